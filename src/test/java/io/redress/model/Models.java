package io.redress.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** What lies in {@code processes/} and {@code forms/}, read by the engine's own model API. */
final class Models {

    static final Path PROCESSES = Path.of("processes");
    static final Path FORMS = Path.of("forms");

    private static final ObjectMapper JSON = new ObjectMapper();

    private Models() {}

    /** Every diagram by file name. */
    static Map<String, BpmnModelInstance> diagrams() {
        return read(PROCESSES, ".bpmn", path -> Bpmn.readModelFromFile(path.toFile()));
    }

    /** The text of every diagram by file name. */
    static Map<String, String> sources() {
        return read(PROCESSES, ".bpmn", Models::text);
    }

    /** Every decision table by file name. */
    static Map<String, DmnModelInstance> tables() {
        return read(PROCESSES, ".dmn", path -> Dmn.readModelFromFile(path.toFile()));
    }

    /** Every form by file name. */
    static Map<String, JsonNode> forms() {
        return read(FORMS, ".form", path -> {
            try {
                return JSON.readTree(text(path));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** All elements of a kind in all diagrams. */
    static <T extends ModelElementInstance> Stream<T> all(Class<T> kind) {
        return diagrams().values().stream()
                .map(diagram -> diagram.getModelElementsByType(kind))
                .flatMap(Collection::stream);
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> Map<String, T> read(Path folder, String ending, Function<Path, T> reader) {
        Map<String, T> read = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(ending))
                    .forEach(file -> read.put(file.getFileName().toString(), reader.apply(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read;
    }
}
