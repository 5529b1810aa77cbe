package io.redress.remedy.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.remedy.ledger.StopSwitch.Mode;
import io.redress.remedy.ledger.StopSwitch.Setting;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Propose only is what an installation begins with, and never comes back once something was let go. */
class StopSwitchModeTest {

    @Test
    void proposesOnlyUntilItIsFirstLetGo() {
        assertThat(StopSwitch.mode(true, true, List.of())).isEqualTo(Mode.PROPOSE_ONLY);
        assertThat(StopSwitch.mode(true, true, List.of(turned(true)))).isEqualTo(Mode.PROPOSE_ONLY);
        assertThat(StopSwitch.mode(false, true, List.of(turned(false)))).isEqualTo(Mode.OPEN);
        assertThat(StopSwitch.mode(true, true, List.of(turned(true), turned(false))))
                .isEqualTo(Mode.HELD);
    }

    @Test
    void whatBeganOpenIsOnlyEverHeld() {
        assertThat(StopSwitch.mode(false, false, List.of())).isEqualTo(Mode.OPEN);
        assertThat(StopSwitch.mode(true, false, List.of(turned(true)))).isEqualTo(Mode.HELD);
    }

    private static Setting turned(boolean held) {
        return new Setting(held, "A test", "manager", Instant.EPOCH);
    }
}
