package io.redress.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Camunda Modeler's libraries in a browser's window. */
final class Modeler {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Browser browser;

    private Modeler(Browser browser) {
        this.browser = browser;
    }

    /** The page with the libraries; where they are lacking the test is skipped, and says so. */
    static Modeler in(Browser browser) throws IOException, InterruptedException {
        var missing = NodeModules.missing();
        Assumptions.assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
        browser.go(NodeModules.FOLDER.resolve("modeler.html").toUri().toString());
        return new Modeler(browser);
    }

    record Saved(List<String> warnings, String text) {}

    /** Opens a file and saves it unchanged, as its ending says. */
    Saved again(Path file) throws IOException {
        String name = file.getFileName().toString();
        String ending = name.substring(name.lastIndexOf('.') + 1);
        JsonNode answer = ask("again." + ending + "(asked[0])", Files.readString(file));
        return new Saved(
                JSON.convertValue(
                        answer.path("warnings"),
                        JSON.getTypeFactory().constructCollectionType(List.class, String.class)),
                answer.path("text").asText());
    }

    /** Puts every template on an element that it is for; what is not as the template says. */
    List<String> applyAll(String diagram) throws IOException {
        JsonNode faults = ask("applyAll(asked[0], JSON.parse(asked[1]))", diagram, templates());
        return JSON.convertValue(faults, JSON.getTypeFactory().constructCollectionType(List.class, String.class));
    }

    /**
     * Draws an approval, made by our template, before what a flow leads to.
     *
     * @param otherwise where a refusal leads to
     */
    String approvalBefore(String diagram, String flow, String otherwise) throws IOException {
        return ask(
                        "approvalBefore(asked[0], JSON.parse(asked[1]), asked[2], asked[3])",
                        diagram,
                        templates(),
                        flow,
                        otherwise)
                .asText();
    }

    private static String templates() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(".camunda/element-templates"))) {
            var all = JSON.createArrayNode();
            for (Path file : files.sorted().toList()) {
                all.add(JSON.readTree(file.toFile()));
            }
            return all.toString();
        }
    }

    private JsonNode ask(String question, Object... asked) throws JsonProcessingException {
        return JSON.readTree(browser.ask(question, asked));
    }
}
