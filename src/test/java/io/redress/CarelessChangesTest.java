package io.redress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careless.first.room.web.ForgottenController;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.redress.complaint.timeline.Audience;
import io.redress.complaint.timeline.TimelineKind;
import io.redress.model.PathRules;
import io.redress.model.PictureRules;
import io.redress.people.openapi.DescriptionRules;
import io.redress.people.security.DoorRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.web.context.support.StaticWebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Careless changes break the build, with a sentence that says what to do. Their examples lie in {@code careless}. */
class CarelessChangesTest {

    private static final String ROOT = "careless";

    private final JavaClasses careless = new ClassFileImporter().importPackages(ROOT);

    @Test
    void aRoomThatImportsAnothersProcess() {
        assertThatThrownBy(() -> HouseRules.nobodyLooksOnAnothersShelves(ROOT).check(careless))
                .hasMessageContaining("careless.second.room.process.Glue")
                .hasMessageContaining("ask the other room's own classes, or move what both need out of the shelf");
    }

    @Test
    void wingsThatNeedEachOther() {
        assertThatThrownBy(() -> HouseRules.wingsHaveNoCycles(ROOT).check(careless))
                .hasMessageContaining("Cycle detected")
                .hasMessageContaining("ask a small interface that the upper one implements, or publish an event");
        assertThatCode(() -> HouseRules.roomsHaveNoCycles(ROOT).check(careless))
                .as("the same classes, whose rooms go round in no circle")
                .doesNotThrowAnyException();
    }

    @Test
    void aClassBesideTheRooms() {
        assertThatThrownBy(() -> HouseRules.everyClassHasARoom(ROOT).check(careless))
                .hasMessageContaining("careless.first.Homeless lies in no room")
                .hasMessageContaining("move it into one");
    }

    @Test
    void anOperationOfWhichNobodySaysWhoMayCallIt() {
        try (StaticWebApplicationContext application = new StaticWebApplicationContext()) {
            application.registerSingleton("forgotten", ForgottenController.class);
            application.refresh();
            RequestMappingHandlerMapping mappings = new RequestMappingHandlerMapping();
            mappings.setApplicationContext(application);
            mappings.afterPropertiesSet();

            assertThatThrownBy(() -> DoorRules.requireLines(DoorRules.mapped(mappings)))
                    .hasMessageContaining("GET /api/forgotten")
                    .hasMessageContaining("add a line to ApiDoors, and one to the table in ApiDoorsTest");
        }
    }

    @Test
    void anApiThatIsNoLongerWhatItsDescriptionSays() throws IOException {
        String committed = Files.readString(Path.of("src/docs/openapi.yaml"));
        String served = committed.replaceFirst("summary: .*", "summary: Something else");

        assertThat(served).isNotEqualTo(committed);
        assertThatThrownBy(() -> DescriptionRules.requireSame(served, committed))
                .hasMessageContaining("openapi.yaml is not what the application serves")
                .hasMessageContaining("./mvnw -Dtest=ApiDescriptionTest -Dredress.write-api-description verify");
    }

    @Test
    void aDiagramThatNobodyDrewAgain() {
        Map<String, String> drawn = Map.of("processes/refund.bpmn", PictureRules.hash("<task id=\"one\" />"));
        Map<String, String> present = Map.of("processes/refund.bpmn", PictureRules.hash("<task id=\"two\" />"));

        assertThatThrownBy(() -> PictureRules.requireDrawn(present, drawn))
                .hasMessageContaining("processes/refund.bpmn")
                .hasMessageContaining("cd src/docs/render-diagrams && npm ci && npm run render");
    }

    @Test
    void aReadmeThatNamesWhatIsNotThere() {
        String page = "Refunds are in `remedy/refund/`, their clerk is `remedy/refund/RefundClerk`.";

        assertThatThrownBy(() -> PathRules.requireExisting(page))
                .hasMessageContaining("[\"remedy/refund/RefundClerk\"]")
                .hasMessageContaining(
                        "correct them; they are from the project's folder or from src/main/java/io/redress");
    }

    /** A kind whose audience nobody thought of is not compiled: there is no way to make one. */
    @Test
    void aKindOfEntryWithoutAnAudience() {
        assertThat(TimelineKind.class.getDeclaredConstructors())
                .allSatisfy(constructor -> assertThat(constructor.getParameterTypes())
                        .as("what a new kind has to say: for whom it is meant")
                        .contains(Audience.class));
    }
}
