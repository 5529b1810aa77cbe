package io.redress.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What README and guides say of files, rooms and each other is true. */
class GuidesTest {

    private static final Path README = Path.of("README.md");

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)|src=\"([^\"]+)\"");
    private static final Pattern EXTERNAL = Pattern.compile("[a-z]+:.*");
    private static final Pattern HEADING = Pattern.compile("#+ (.+)");
    private static final Pattern WING = Pattern.compile("\\| `(\\w+)` \\|[^|]*\\| ([a-z, ]+) \\|");

    /** What the README tells a reader to run; CI and readers copy it from there. */
    private static final List<String> COMMANDS = List.of("`./mvnw spring-boot:test-run`", "`./mvnw verify`");

    @Test
    void readmeIsShortAndNamesTheTwoCommands() throws IOException {
        assertThat(Files.readAllLines(README)).hasSizeLessThanOrEqualTo(170);
        assertThat(Files.readString(README)).contains(COMMANDS);
    }

    @Test
    void everyLinkLeadsToAFileAndAHeading() throws IOException {
        List<String> dead = new ArrayList<>();
        for (Path guide : guides()) {
            LINK.matcher(Files.readString(guide))
                    .results()
                    .map(link -> link.group(1) == null ? link.group(2) : link.group(1))
                    .filter(link -> !EXTERNAL.matcher(link).matches())
                    .filter(link -> !leadsSomewhere(guide, link))
                    .forEach(link -> dead.add(guide + " → " + link));
        }
        assertThat(dead).isEmpty();
    }

    @Test
    void everyPathInTheReadmeExists() throws IOException {
        PathRules.requireExisting(Files.readString(README));
    }

    @Test
    void theMapShowsEveryWingWithItsRooms() throws IOException {
        var shown = new TreeMap<String, Set<String>>();
        WING.matcher(Files.readString(README))
                .results()
                .forEach(wing -> shown.put(
                        wing.group(1), new TreeSet<>(List.of(wing.group(2).split(", ")))));

        var built = new TreeMap<String, Set<String>>();
        for (String wing : folders(PathRules.HOUSE)) {
            built.put(wing, folders(PathRules.HOUSE.resolve(wing)));
        }

        assertThat(shown).as("the map of the code in the README").isEqualTo(built);
    }

    /** The README's example of how a step is found. */
    @Test
    void aStepIsFoundFromItsLabel() throws IOException {
        assertThat(Files.readString(README))
                .contains("*Refund payment* is `serviceTask_refundPayment` in [`processes/refund.bpmn`]")
                .contains("`#{refundPayment}`")
                .contains("`RefundPayment`");
        assertThat(Models.sources().get("refund.bpmn"))
                .containsPattern("id=\"serviceTask_refundPayment\" name=\"Refund payment\".*\"#\\{refundPayment}\"");
        assertThat(PathRules.HOUSE.resolve("remedy/refund/process/RefundPayment.java"))
                .exists();
    }

    private static List<Path> guides() throws IOException {
        List<Path> guides = new ArrayList<>(List.of(README));
        for (String folder : List.of("src/docs", ".github")) {
            try (Stream<Path> files = Files.list(Path.of(folder))) {
                files.filter(file -> file.toString().endsWith(".md")).forEach(guides::add);
            }
        }
        assertThat(guides).hasSizeGreaterThan(4);
        return guides;
    }

    private static boolean leadsSomewhere(Path guide, String link) {
        String[] fileAndAnchor = link.split("#", 2);
        Path target = fileAndAnchor[0].isEmpty() ? guide : guide.resolveSibling(fileAndAnchor[0]);
        return Files.exists(target)
                && (fileAndAnchor.length == 1 || anchors(target).contains(fileAndAnchor[1]));
    }

    /** The anchors that GitHub gives the headings of a page. */
    private static Set<String> anchors(Path page) {
        String text = Models.text(page).replaceAll("(?ms)^ *```.*?^ *```", "");
        return text.lines()
                .flatMap(line -> HEADING.matcher(line).results())
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}_\\- ]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    private static Set<String> folders(Path parent) throws IOException {
        try (Stream<Path> inside = Files.list(parent)) {
            return inside.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
