package io.redress.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** No picture is older than its diagram; {@code src/docs/render-diagrams} draws them anew. */
class PictureTest {

    private static final Path PICTURES = Path.of("src/docs/pictures");

    @Test
    void everyDiagramHasAPictureOfItsPresentVersion() throws IOException {
        Map<String, String> present = new TreeMap<>();
        for (String file : Models.diagrams().keySet()) {
            present.put("processes/" + file, PictureRules.hash(Files.readString(Models.PROCESSES.resolve(file))));
            assertThat(PICTURES.resolve(file.replace(".bpmn", ".png"))).isNotEmptyFile();
        }

        PictureRules.requireDrawn(present, drawn());
    }

    private static Map<String, String> drawn() throws IOException {
        Map<String, String> drawn = new TreeMap<>();
        for (String line : Files.readAllLines(PICTURES.resolve("diagrams.sha256"))) {
            String[] hashAndFile = line.split("\\s+");
            drawn.put(hashAndFile[1], hashAndFile[0]);
        }
        return drawn;
    }
}
