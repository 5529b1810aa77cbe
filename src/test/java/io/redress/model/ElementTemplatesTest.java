package io.redress.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.engine.table.Decides;
import io.redress.engine.task.ReadsForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;

/**
 * The element templates say what the diagrams and the beans say. After a change to these,
 * {@code ./mvnw -Dtest=ElementTemplatesTest -Dredress.write-element-templates test} writes them anew.
 */
class ElementTemplatesTest {

    private static final Path FOLDER = Path.of(".camunda/element-templates");
    private static final Path RULES = Path.of(".camunda/plugins/redress/rules.js");
    private static final Map<String, Class<?>> BEANS = Beans.byName();

    @Test
    void theFilesSayWhatTheDiagramsSay() throws IOException {
        Map<String, String> expected = new TreeMap<>();
        for (var template : ElementTemplates.all().entrySet()) {
            expected.put(template.getKey(), write(template.getValue()));
        }
        if (System.getProperty("redress.write-element-templates") != null) {
            for (Path old : files()) {
                Files.delete(old);
            }
            for (var file : expected.entrySet()) {
                Files.writeString(FOLDER.resolve(file.getKey()), file.getValue());
            }
        }

        Map<String, String> present = new TreeMap<>();
        for (Path file : files()) {
            present.put(file.getFileName().toString(), Files.readString(file));
        }
        assertThat(present)
                .as("write them anew: ./mvnw -Dtest=ElementTemplatesTest -Dredress.write-element-templates test")
                .isEqualTo(expected);
    }

    @Test
    void theRulesForDrawingKnowOurSteps() throws IOException {
        String facts = "  const FACTS = " + new ObjectMapper().writeValueAsString(ElementTemplates.facts()) + ";";
        if (System.getProperty("redress.write-element-templates") != null) {
            Files.writeString(
                    RULES,
                    Files.readString(RULES)
                            .replaceFirst("(?m)^ {2}const FACTS = .*$", Matcher.quoteReplacement(facts)));
        }

        assertThat(Files.readString(RULES))
                .as("write them anew: ./mvnw -Dtest=ElementTemplatesTest -Dredress.write-element-templates test")
                .contains(facts);
    }

    @Test
    void everyStepHasATemplateOrAReasonWhyNot() {
        Set<String> steps = BEANS.entrySet().stream()
                .filter(bean -> JavaDelegate.class.isAssignableFrom(bean.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> forms = Models.all(UserTask.class)
                .map(UserTask::getCamundaFormRef)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> decisions = BEANS.values().stream()
                .filter(bean -> bean.isAnnotationPresent(Decides.class))
                .map(bean -> bean.getAnnotation(Decides.class).value())
                .collect(Collectors.toSet());
        Set<String> called = Models.all(CallActivity.class)
                .map(CallActivity::getCalledElement)
                .collect(Collectors.toSet());
        Set<String> placed = ElementTemplates.all().values().stream()
                .flatMap(ElementTemplatesTest::hidden)
                .collect(Collectors.toSet());

        assertThat(steps).hasSizeGreaterThan(30).allMatch(step -> isPlaced(step, "#{" + step + "}", placed));
        assertThat(forms).hasSizeGreaterThan(12).allMatch(form -> isPlaced(form, form, placed));
        assertThat(decisions).hasSize(4).isSubsetOf(placed);
        assertThat(called).hasSize(6).isSubsetOf(placed);
        assertThat(ElementTemplates.all()).hasSizeGreaterThan(50);
    }

    /** A task made from a template has no listeners: who reads its answer has to be known by its form. */
    @Test
    void everyFormOfATaskHasAReader() {
        Map<String, List<String>> readers = BEANS.entrySet().stream()
                .filter(bean -> bean.getValue().isAnnotationPresent(ReadsForm.class))
                .collect(Collectors.groupingBy(
                        bean -> bean.getValue().getAnnotation(ReadsForm.class).value(),
                        Collectors.mapping(Map.Entry::getKey, Collectors.toList())));

        assertThat(Models.all(UserTask.class).map(UserTask::getCamundaFormRef)).allMatch(readers::containsKey);
        assertThat(readers.values())
                .as("at most one reader is meant where a step says nothing")
                .allMatch(same -> same.stream()
                                .filter(bean -> BEANS.get(bean)
                                        .getAnnotation(ReadsForm.class)
                                        .parameter()
                                        .isEmpty())
                                .count()
                        <= 1);
    }

    private static boolean isPlaced(String name, String value, Set<String> placed) {
        return placed.contains(value) != ElementTemplates.NOT_PLACED.containsKey(name);
    }

    @SuppressWarnings("unchecked")
    private static Stream<String> hidden(Map<String, Object> template) {
        return ((List<Map<String, Object>>) template.get("properties"))
                .stream()
                        .filter(property -> "Hidden".equals(property.get("type")))
                        .map(property -> property.get("value").toString());
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    private static String write(Map<String, Object> template) throws IOException {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                        Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                .withObjectIndenter(indenter)
                .withArrayIndenter(indenter);
        return new ObjectMapper().writer(printer).writeValueAsString(template) + "\n";
    }
}
