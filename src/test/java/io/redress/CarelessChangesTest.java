package io.redress;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

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
}
