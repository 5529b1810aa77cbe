package io.redress;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModuleDetectionStrategy;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.JavaPackage;

/** Nobody looks into another room's shelves. */
class RoomsTest {

    /**
     * Makes each room a module: the packages of the second level. Modulith's own strategies make modules of the wings, and
     * refuse rooms in them that are used from another wing.
     */
    public static class Rooms implements ApplicationModuleDetectionStrategy {

        @Override
        public Stream<JavaPackage> getModuleBasePackages(JavaPackage root) {
            return root.getDirectSubPackages().stream().flatMap(wing -> wing.getDirectSubPackages().stream());
        }
    }

    private static final String STRATEGY = "spring.modulith.detection-strategy";

    @BeforeAll
    static void eachRoomIsAModule() {
        System.setProperty(STRATEGY, Rooms.class.getName());
    }

    @AfterAll
    static void othersLookForThemselves() {
        System.clearProperty(STRATEGY);
    }

    @Test
    void roomsUseOnlyWhatOthersOffer() {
        ApplicationModules.of(RedressApplication.class).verify();
    }
}
