package io.redress.outside.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/** What the providers themselves say, read where it stands beside the checkout. */
public final class ProviderData {

    private ProviderData() {}

    /** The JSON of a file of {@code shared/provider-data}; the test is skipped where that folder is not there. */
    public static JsonNode read(String file) {
        Path folder = folder();
        assumeTrue(folder != null, "skipped: there is no shared/provider-data above this checkout");
        try {
            JsonNode json = new JsonMapper().readTree(folder.resolve(file).toFile());
            assertThat(json).isNotNull();
            return json;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .map(above -> above.resolve("shared/provider-data"))
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(null);
    }
}
