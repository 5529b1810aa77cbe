package io.redress;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Nobody looks into another room's shelves. */
class RoomsTest {

    @Test
    void roomsUseOnlyWhatOthersOffer() {
        ApplicationModules.of(RedressApplication.class).verify();
    }
}
