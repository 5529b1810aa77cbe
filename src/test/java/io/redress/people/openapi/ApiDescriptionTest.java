package io.redress.people.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The description of the API says all that a client needs, and the committed copy says the same. */
@SandboxTest
class ApiDescriptionTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]+}");

    /** Operations whose whole answer is a file or nothing, and whose address says all that is sent. */
    private static final List<String> WITHOUT_JSON =
            List.of("endDeputy", "claimDanger", "askForPerson", "removeWebhook", "replayWebhookDelivery");

    @Autowired
    SandboxDriver world;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    private Description served() {
        return Description.served(
                world.as("system").get().uri("/v3/api-docs.yaml").retrieve().body(byte[].class));
    }

    @Test
    void committedCopyIsTheSame() throws IOException {
        Description served = served();
        if (System.getProperty("redress.write-api-description") != null) {
            served.write();
        }
        String committed = Files.exists(Description.FILE) ? Files.readString(Description.FILE) : "";
        DescriptionRules.requireSame(served.text(), committed);
    }

    @Test
    void everyDoorForProgramsIsDescribed() {
        var described = served().operations().stream()
                .map(one -> one.method() + " " + one.path())
                .collect(Collectors.toCollection(TreeSet::new));
        var mapped = new TreeSet<String>();
        mappings.getHandlerMethods()
                .forEach((mapping, method) -> methods(mapping).forEach(door -> {
                    if (door.contains(" /api/")) {
                        mapped.add(door);
                    }
                }));
        assertThat(described.stream().filter(door -> door.contains(" /api/")))
                .as("what is described and what Spring MVC maps below /api")
                .containsExactlyElementsOf(mapped);
        assertThat(described).noneMatch(door -> door.contains("/sandbox") || door.contains("/actuator"));
    }

    private static List<String> methods(RequestMappingInfo mapping) {
        return mapping.getMethodsCondition().getMethods().stream()
                .flatMap(method -> mapping.getPatternValues().stream().map(path -> method + " " + path))
                .toList();
    }

    @Test
    void headSaysWhatItIsAndHowToLogIn() {
        JsonNode root = served().root();
        assertThat(root.at("/info/title").asText()).isEqualTo("Redress");
        assertThat(root.at("/info/version").asText()).matches("\\d+\\.\\d+\\.\\d+.*");
        assertThat(root.at("/components/securitySchemes/basic/scheme").asText()).isEqualTo("basic");
        assertThat(root.at("/security/0").has("basic")).isTrue();
        assertThat(root.at("/tags/0/name").asText()).isEqualTo("Complaints");
        assertThat(root.at("/tags").findValuesAsText("description")).doesNotContain("");
        assertThat(root.path("servers")).hasSize(1);
    }

    @Test
    void everyOperationSaysAllThatAClientNeeds() {
        Description api = served();
        List<String> tags = api.root().path("tags").findValuesAsText("name");
        SoftAssertions softly = new SoftAssertions();
        var ids = new ArrayList<String>();
        for (var operation : api.operations()) {
            JsonNode said = operation.said();
            ids.add(operation.id());
            softly.assertThat(said.path("summary").asText())
                    .as("summary of %s", operation)
                    .isNotBlank();
            softly.assertThat(operation.id()).as("id of %s", operation).matches("[a-z][A-Za-z]+");
            softly.assertThat(said.path("tags")).as("tags of %s", operation).hasSize(1);
            softly.assertThat(tags)
                    .as("tag of %s", operation)
                    .contains(said.at("/tags/0").asText());
            boolean open = operation.path().startsWith("/case/");
            softly.assertThat(said.has("security"))
                    .as("security of %s", operation)
                    .isEqualTo(open);
            softly.assertThat(hasExample(operation))
                    .as("an example of %s; write one into api-examples.yaml under %s", operation, operation.id())
                    .isTrue();
            assertAnswers(softly, api, operation, open);
        }
        softly.assertThat(ids).as("ids").doesNotHaveDuplicates();
        softly.assertAll();
    }

    private static void assertAnswers(
            SoftAssertions softly, Description api, Description.Operation operation, boolean open) {
        JsonNode answers = operation.said().path("responses");
        List<String> codes = StreamSupport.stream(((Iterable<String>) answers::fieldNames).spliterator(), false)
                .toList();
        softly.assertThat(codes).as("answers of %s", operation).contains("400", "403", "429");
        softly.assertThat(codes.contains("401")).as("401 of %s", operation).isEqualTo(!open);
        softly.assertThat(codes).as("success of %s", operation).anyMatch(code -> code.startsWith("2"));
        if (operation.said().has("requestBody")) {
            softly.assertThat(codes).as("answers of %s", operation).contains("413", "415");
        }
        answers.properties().forEach(answer -> {
            JsonNode told = api.resolved(answer.getValue());
            softly.assertThat(told.path("description").asText())
                    .as("%s of %s", answer.getKey(), operation)
                    .isNotBlank();
            if (answer.getKey().startsWith("4")) {
                softly.assertThat(told.path("content")
                                .path("application/problem+json")
                                .at("/schema/$ref")
                                .asText())
                        .as("%s of %s", answer.getKey(), operation)
                        .isEqualTo("#/components/schemas/ProblemDocument");
            }
        });
    }

    private static boolean hasExample(Description.Operation operation) {
        if (WITHOUT_JSON.contains(operation.id())) {
            return true;
        }
        JsonNode sent = operation.said().at("/requestBody/content");
        return sent.isObject()
                ? StreamSupport.stream(sent.spliterator(), false).allMatch(media -> media.has("example"))
                : StreamSupport.stream(operation.said().path("responses").spliterator(), false)
                        .anyMatch(answer -> answer.findValue("example") != null);
    }

    @Test
    void everyParameterSaysWhatItTakes() {
        SoftAssertions softly = new SoftAssertions();
        for (var operation : served().operations()) {
            for (JsonNode parameter : operation.said().path("parameters")) {
                softly.assertThat(parameter.path("schema").has("type")
                                || parameter.path("schema").has("$ref"))
                        .as("type of %s of %s", parameter.path("name"), operation)
                        .isTrue();
            }
            long placeholders = PLACEHOLDER.matcher(operation.path()).results().count();
            long inPath = StreamSupport.stream(
                            operation.said().path("parameters").spliterator(), false)
                    .filter(parameter -> parameter.path("in").asText().equals("path"))
                    .count();
            softly.assertThat(inPath)
                    .as("parameters in the path of %s", operation)
                    .isEqualTo(placeholders);
        }
        softly.assertAll();
    }

    @Test
    void nothingIsAnObjectOfWhichNothingIsSaid() {
        SoftAssertions softly = new SoftAssertions();
        walk(served().root(), "", (place, node) -> {
            JsonNode type = node.path("type");
            if (type.isTextual() && type.asText().equals("object") && !place.contains("/example")) {
                softly.assertThat(node.has("properties") || node.has("additionalProperties"))
                        .as("what is in the object %s", place)
                        .isTrue();
            }
        });
        softly.assertAll();
    }

    private static void walk(JsonNode node, String place, BiConsumer<String, JsonNode> visitor) {
        if (node.isObject()) {
            visitor.accept(place, node);
            node.properties().forEach(field -> walk(field.getValue(), place + "/" + field.getKey(), visitor));
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            walk(node.get(i), place + "/" + i, visitor);
        }
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        Description api = served();
        SoftAssertions softly = new SoftAssertions();
        walk(api.root(), "", (place, node) -> {
            if (node.has("$ref")) {
                softly.assertThat(api.resolved(node).isMissingNode())
                        .as("what %s refers to: %s", place, node.path("$ref"))
                        .isFalse();
            }
        });
        softly.assertAll();
    }

    /** An example that does not fit its schema teaches what is refused. */
    @Test
    void examplesFitTheirSchemas() {
        Description api = served();
        Schemas schemas = new Schemas(api);
        SoftAssertions softly = new SoftAssertions();
        for (var operation : api.operations()) {
            operation
                    .said()
                    .at("/requestBody/content")
                    .properties()
                    .forEach(media -> check(softly, schemas, operation + " is sent", media));
            operation.said().path("responses").forEach(answer -> answer.path("content")
                    .properties()
                    .forEach(media -> check(softly, schemas, operation + " answers", media)));
        }
        softly.assertAll();
    }

    private static void check(SoftAssertions softly, Schemas schemas, String what, Map.Entry<String, JsonNode> media) {
        JsonNode example = media.getValue().path("example");
        if (!example.isMissingNode() && media.getKey().contains("json")) {
            softly.assertThat(schemas.faults(media.getValue().path("schema"), example))
                    .as(what)
                    .isEmpty();
        }
    }
}
