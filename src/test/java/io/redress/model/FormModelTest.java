package io.redress.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;

/** What Tasklist's form viewer can show: one kind of field that it does not know kills the whole form. */
class FormModelTest {

    /** Without {@code text}: it makes live links and images of what a customer wrote; {@code html} escapes it. */
    private static final Set<String> KINDS = Set.of(
            "html",
            "group",
            "separator",
            "spacer",
            "table",
            "textfield",
            "textarea",
            "number",
            "datetime",
            "checkbox",
            "checklist",
            "radio",
            "select");

    private static final Map<String, JsonNode> FORMS = Models.forms();

    @Test
    void everyFormIsForThisEnginesViewer() {
        assertThat(FORMS).allSatisfy((file, form) -> {
            assertThat(form.path("schemaVersion").asInt()).as(file).isBetween(1, 16);
            assertThat(form.path("executionPlatform").asText()).as(file).isEqualTo("Camunda Platform");
            assertThat(form.path("executionPlatformVersion").asText()).as(file).isEqualTo("7.24.0");
            assertThat(form.path("type").asText()).as(file).isEqualTo("default");
        });
    }

    @Test
    void everyFieldIsOfAKindThatTheViewerKnows() {
        assertThat(FORMS).allSatisfy((file, form) -> assertThat(fields(form))
                .as(file)
                .allSatisfy(field -> assertThat(field.path("type").asText()).isIn(KINDS)));
    }

    @Test
    void everyFormIsNamedLikeItsFileAndUsedBySomeStep() {
        Set<String> used = Stream.concat(
                        Models.all(UserTask.class).map(UserTask::getCamundaFormRef),
                        Models.all(StartEvent.class)
                                .map(StartEvent::getCamundaFormRef)
                                .filter(form -> form != null))
                .collect(Collectors.toSet());

        assertThat(FORMS).allSatisfy((file, form) -> assertThat(camelCase(file))
                .isEqualTo(form.path("id").asText())
                .isIn(used));
    }

    @Test
    void everyIdAndKeyIsGivenOnce() {
        assertThat(FORMS).allSatisfy((file, form) -> {
            assertThat(texts(form, "id")).as(file).doesNotHaveDuplicates().allSatisfy(id -> assertThat(id)
                    .doesNotMatch("Field_[a-z0-9]{7}"));
            assertThat(texts(form, "key")).as(file).doesNotHaveDuplicates();
        });
    }

    @Test
    void everyFieldThatIsFilledInHasALabelAndEveryChoiceHasAnswers() {
        assertThat(FORMS).allSatisfy((file, form) -> assertThat(fields(form))
                .as(file)
                .filteredOn(field -> field.has("key"))
                .isNotEmpty()
                .allSatisfy(field -> {
                    assertThat(field.path("label").asText()).isNotBlank();
                    if (Set.of("radio", "select").contains(field.path("type").asText())) {
                        assertThat(field.path("values")).hasSizeGreaterThan(1);
                    }
                }));
    }

    @Test
    void everyTaskShowsTheWholeCase() {
        assertThat(Models.all(UserTask.class).map(UserTask::getCamundaFormRef).distinct())
                .allSatisfy(id -> assertThat(content(id))
                        .as(id)
                        .contains(
                                "caseFile.caseNumber",
                                "caseFile.description",
                                "caseFile.customer.name",
                                "caseFile.order.number",
                                "caseFile.findings",
                                "caseFile.remedies",
                                "caseFile.conversation",
                                "caseFile.earlierCases",
                                "caseFile.timeline"));
    }

    private static String content(String id) {
        return FORMS.values().stream()
                .filter(form -> id.equals(form.path("id").asText()))
                .flatMap(form -> texts(form, "content").stream())
                .collect(Collectors.joining("\n"));
    }

    private static List<JsonNode> fields(JsonNode container) {
        return StreamSupport.stream(container.path("components").spliterator(), false)
                .flatMap(field -> Stream.concat(Stream.of(field), fields(field).stream()))
                .toList();
    }

    private static List<String> texts(JsonNode form, String name) {
        return fields(form).stream()
                .filter(field -> field.has(name))
                .map(field -> field.path(name).asText())
                .toList();
    }

    private static String camelCase(String file) {
        String[] words = file.replace(".form", "").split("-");
        return Stream.of(words)
                .skip(1)
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining("", words[0], ""));
    }
}
