package io.redress.sandbox.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one provider remembers: objects by kind and id, in the order they were first put.
 *
 * <p>Each change is one line appended to a journal before it is answered, so that a {@code kill -9} loses nothing the
 * application was told about. Callers that read, decide and write hold this object's monitor.
 */
public final class Records implements AutoCloseable {

    private final Map<String, Map<String, ObjectNode>> kinds = new LinkedHashMap<>();
    private final BufferedWriter journal;

    /** Opens or creates the journal and forgets what later lines overwrote. */
    public Records(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            if (Files.exists(file)) {
                Files.readAllLines(file, StandardCharsets.UTF_8).forEach(this::replay);
            }
            journal = compacted(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps the object under its kind and id, in place of what was there. */
    public synchronized void put(String kind, String id, ObjectNode value) {
        remember(kind, id, value);
        try {
            write(journal, kind, id, value);
            journal.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The kept object itself; change it only under this monitor and put it back. */
    public synchronized Optional<ObjectNode> find(String kind, String id) {
        return Optional.ofNullable(kinds.getOrDefault(kind, Map.of()).get(id));
    }

    /** All objects of a kind, oldest first. */
    public synchronized List<ObjectNode> all(String kind) {
        return List.copyOf(kinds.getOrDefault(kind, Map.of()).values());
    }

    /** How many objects of a kind there are. */
    public synchronized int count(String kind) {
        return kinds.getOrDefault(kind, Map.of()).size();
    }

    @Override
    public synchronized void close() {
        try {
            journal.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void remember(String kind, String id, ObjectNode value) {
        kinds.computeIfAbsent(kind, k -> new LinkedHashMap<>()).put(id, value);
    }

    private void replay(String line) {
        JsonNode entry;
        try {
            entry = Json.parse(line.getBytes(StandardCharsets.UTF_8));
        } catch (UncheckedIOException torn) {
            // A process killed while writing leaves half a line: that change was never answered to anybody.
            return;
        }
        if (entry.path("value") instanceof ObjectNode value) {
            remember(entry.path("kind").asText(), entry.path("id").asText(), value);
        }
    }

    private BufferedWriter compacted(Path file) throws IOException {
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        try (var writer = Files.newBufferedWriter(fresh)) {
            for (var kind : kinds.entrySet()) {
                for (var entry : kind.getValue().entrySet()) {
                    write(writer, kind.getKey(), entry.getKey(), entry.getValue());
                }
            }
        }
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        return Files.newBufferedWriter(file, java.nio.file.StandardOpenOption.APPEND);
    }

    private static void write(BufferedWriter writer, String kind, String id, ObjectNode value) throws IOException {
        writer.write(Json.object("kind", kind, "id", id, "value", value).toString());
        writer.newLine();
    }
}
