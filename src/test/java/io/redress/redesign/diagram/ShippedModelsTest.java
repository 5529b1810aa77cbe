package io.redress.redesign.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.redesign.lint.OfflineLint;
import org.junit.jupiter.api.Test;

/** What we ship passes our own check. */
class ShippedModelsTest {

    private final OfflineLint lint = OfflineLint.once();

    @Test
    void nothingIsWrongWithWhatIsShipped() {
        assertThat(lint.checkAlone(lint.shipped())).isEmpty();
    }
}
