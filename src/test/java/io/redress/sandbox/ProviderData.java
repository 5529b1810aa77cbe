package io.redress.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.sandbox.state.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** What the providers themselves say of their requests and answers, read where it lies beside the checkout. */
final class ProviderData {

    private ProviderData() {}

    /** The document, or a skipped test where the folder is not on this machine. */
    static JsonNode read(String name) {
        var folder = folder();
        Assumptions.assumeTrue(folder.isPresent(), "skipped: no shared/provider-data beside this checkout or above it");
        try {
            return Json.parse(Files.readAllBytes(folder.get().resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> folder() {
        return Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
                .map(path -> path.resolve("shared/provider-data"))
                .filter(Files::isDirectory)
                .findFirst();
    }
}
