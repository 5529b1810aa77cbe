package io.redress.drill;

import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The whole drill, {@code ./mvnw -Pdrill verify}: hundreds of cases, every point of every call. */
@Tag("drill")
class FaultDrill {

    @Test
    void nobodyIsPaidTwiceShippedTwiceOrForgotten() throws IOException {
        FaultDrillTest.run(Plan.full());
    }
}
