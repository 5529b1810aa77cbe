package io.redress.redesign.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.redesign.difference.Differences;
import io.redress.redesign.lint.OfflineLint;
import io.redress.redesign.model.ModelFile;
import io.redress.redesign.mutant.Redrawn;
import java.util.List;
import org.apache.commons.lang3.StringUtils;
import org.junit.jupiter.api.Test;

/** What we ship passes our own check. */
class ShippedModelsTest {

    private final OfflineLint lint = OfflineLint.once();

    @Test
    void nothingIsWrongWithWhatIsShipped() {
        assertThat(lint.checkAlone(lint.shipped())).isEmpty();
    }

    @Test
    void noIdOfAFlowAndNoPlaceInTheDrawingMatters() {
        List<ModelFile> redrawn = lint.shipped().stream()
                .map(file -> file.kind() == ModelFile.Kind.DIAGRAM ? Redrawn.of(file) : file)
                .toList();
        assertThat(redrawn).doesNotContainAnyElementsOf(diagrams());
        assertThat(lint.checkAlone(redrawn)).isEmpty();
        diagrams().forEach(diagram -> assertThat(new Differences().between(diagram, Redrawn.of(diagram)))
                .as(diagram.name())
                .isEmpty());
    }

    /** Whoever adds a process says what it is begun for, or here why nothing is. */
    @Test
    void eachProcessIsThereForSomething() {
        assertThat(diagrams().stream()
                        .map(file -> StringUtils.substringBetween(file.text(), "<bpmn:process id=\"", "\""))
                        .filter(process -> !process.equals("followUp")))
                .containsExactlyInAnyOrderElementsOf(PurposeRules.PURPOSES.keySet());
    }

    private List<ModelFile> diagrams() {
        return lint.shipped().stream()
                .filter(file -> file.kind() == ModelFile.Kind.DIAGRAM)
                .toList();
    }
}
