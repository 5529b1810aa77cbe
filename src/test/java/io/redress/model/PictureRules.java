package io.redress.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** The rule that no picture is older than its diagram. */
public final class PictureRules {

    private PictureRules() {}

    /** What the renderer notes of a diagram that it draws. */
    public static String hash(String diagram) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(diagram.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }

    /** Fails where a diagram is another than what was drawn; both are hashes by file. */
    public static void requireDrawn(Map<String, String> present, Map<String, String> drawn) {
        assertThat(drawn)
                .as("a picture is older than its diagram: cd src/docs/render-diagrams && npm ci && npm run render")
                .isEqualTo(present);
    }
}
