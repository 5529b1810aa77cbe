package io.redress.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** No picture is older than its diagram; {@code src/docs/render-diagrams} draws them anew. */
class PictureTest {

    private static final Path PICTURES = Path.of("src/docs/pictures");

    @Test
    void everyDiagramHasAPictureOfItsPresentVersion() throws IOException, GeneralSecurityException {
        Map<String, String> present = new TreeMap<>();
        for (String file : Models.diagrams().keySet()) {
            byte[] diagram = Files.readAllBytes(Models.PROCESSES.resolve(file));
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(diagram);
            present.put("processes/" + file, HexFormat.of().formatHex(hash));
            assertThat(PICTURES.resolve(file.replace(".bpmn", ".png"))).isNotEmptyFile();
        }

        assertThat(drawn())
                .as("a picture is older than its diagram: cd src/docs/render-diagrams && npm ci && npm run render")
                .isEqualTo(present);
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
