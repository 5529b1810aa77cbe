package io.redress.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The rule that whatever path the README names is there. */
public final class PathRules {

    static final Path HOUSE = Path.of("src/main/java/io/redress");

    private static final Pattern PATH = Pattern.compile("`((?:[\\w.-]+/)+[\\w.-]*)`");

    private PathRules() {}

    /** Fails for paths that lead nowhere. */
    public static void requireExisting(String page) {
        List<String> missing = PATH.matcher(page)
                .results()
                .map(path -> path.group(1))
                .filter(path -> !path.startsWith("./") && !path.equals("process/") && !path.equals("web/"))
                .filter(path -> !exists(path))
                .toList();
        assertThat(missing)
                .as(
                        "paths that lead nowhere: correct them; they are from the project's folder or from %s, classes"
                                + " without .java",
                        HOUSE)
                .isEmpty();
    }

    private static boolean exists(String path) {
        return Files.exists(Path.of(path))
                || Files.exists(HOUSE.resolve(path))
                || Files.exists(HOUSE.resolve(path + ".java"));
    }
}
