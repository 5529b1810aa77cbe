package io.redress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
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

    private static final Path HOUSE = Path.of("src", "main", "java", "io", "redress");
    private static final Set<String> SHELVES = Set.of("process", "web");
    private static final int MOST_FILES = 30;

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

    /** A room is about one thing; one that holds more than a reader keeps in mind is about two. */
    @Test
    void noRoomOutgrowsWhatAReaderKeepsInMind() throws IOException {
        Map<String, Long> files;
        try (Stream<Path> sources = Files.walk(HOUSE)) {
            files = sources.filter(file -> file.toString().endsWith(".java"))
                    .map(HOUSE::relativize)
                    .filter(RoomsTest::isOfARoomItself)
                    .collect(Collectors.groupingBy(
                            file -> file.getName(0) + "/" + file.getName(1), TreeMap::new, Collectors.counting()));
        }
        assertThat(files)
                .as("the files of each room, without its adapters: split the room that holds more than %d", MOST_FILES)
                .hasSizeGreaterThan(70)
                .allSatisfy((room, count) -> assertThat(count).as(room).isLessThanOrEqualTo(MOST_FILES));
    }

    private static boolean isOfARoomItself(Path file) {
        return file.getNameCount() == 3
                || file.getNameCount() == 4 && SHELVES.contains(file.getName(2).toString());
    }
}
