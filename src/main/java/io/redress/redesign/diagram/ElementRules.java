package io.redress.redesign.diagram;

import io.redress.engine.guard.ModelBeans;
import io.redress.engine.guard.ModelElement;
import io.redress.engine.guard.TimerRules;
import io.redress.engine.task.FormReaders;
import io.redress.engine.task.NeedsParameter;
import io.redress.redesign.lint.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The rules for what a diagram must not contain, element by element: code, other people's beans, timers that cannot be
 * read. They hold even where the gate only warns.
 */
@Component
public class ElementRules implements DiagramRule {

    private static final Map<String, String> FORBIDDEN_TAGS =
            Map.of("scriptTask", "script-task", "script", "script", "connector", "connector");

    private static final Map<String, String> FORBIDDEN_ATTRIBUTES = Map.of(
            "class", "java-class",
            "formHandlerClass", "form-handler-class",
            "variableMappingClass", "mapping-class",
            "scriptFormat", "script",
            "language", "condition-language",
            "resource", "script-resource");

    private static final Set<String> PROSE = Set.of("documentation", "text", "incoming", "outgoing");

    private static final Pattern ROOT = Pattern.compile("[#$]\\{\\s*([A-Za-z_]\\w*)");
    private static final Pattern CODE = Pattern.compile("\\b(getClass|forName|getClassLoader|getProcessEngine\\w*"
            + "|getBpmnModel\\w*|dateTime)\\s*\\(|\\.\\s*(class|processEngine\\w*)\\b|\\[\\s*['\"]class['\"]");

    private final ModelBeans beans;
    private final FormReaders readers;

    ElementRules(ModelBeans beans, FormReaders readers) {
        this.beans = beans;
        this.readers = readers;
    }

    @Override
    public Stream<Finding> check(Drawn drawn) {
        return drawn.models().diagrams().stream()
                .flatMap(diagram -> drawn.elements(diagram).flatMap(element -> problems(element, diagram.name())));
    }

    /**
     * What is wrong with one element.
     *
     * @param file the name of its file
     */
    public Stream<Finding> problems(ModelElement element, String file) {
        List<Finding> findings = new ArrayList<>();
        String id = element.id();
        if (FORBIDDEN_TAGS.containsKey(element.tag())) {
            findings.add(Finding.error(FORBIDDEN_TAGS.get(element.tag()), file, id));
        }
        element.attributes().keySet().stream()
                .map(FORBIDDEN_ATTRIBUTES::get)
                .filter(Objects::nonNull)
                .forEach(rule -> findings.add(Finding.error(rule, file, id)));
        forms(element, file, findings);
        if (TimerRules.check(element).isPresent()) {
            boolean retries = element.tag().equals("failedJobRetryTimeCycle");
            findings.add(Finding.error(
                    retries ? "retry-cycle" : "timer-unreadable",
                    file,
                    id,
                    element.text().strip()));
        }
        if (isUnknownStep(element)) {
            findings.add(Finding.error(
                    "step-unknown", file, id, Steps.bean(element.attributes().get("delegateExpression"))));
        }
        parameters(element, file, findings);
        if (!PROSE.contains(element.tag())) {
            element.values()
                    .filter(Objects::nonNull)
                    .distinct()
                    .forEach(value -> expressions(value, file, id, findings));
        }
        return findings.stream().distinct();
    }

    private static void forms(ModelElement element, String file, List<Finding> findings) {
        // The engine's own mail and shell tasks, the second of which runs any command.
        String type = element.extensions().get("type");
        if (type != null && !type.equals("external")) {
            findings.add(Finding.error("built-in-task", file, element.id(), type));
        }
        if (element.tag().equals("constraint")
                && "validator".equals(element.attributes().get("name"))) {
            findings.add(Finding.error("validator-class", file, element.id()));
        }
        String form = element.extensions().getOrDefault("formKey", "");
        if (!form.isEmpty() && !form.startsWith("camunda-forms:")) {
            findings.add(Finding.error("html-form", file, element.id(), form));
        }
        if (element.tag().equals("process")
                && element.extensions().getOrDefault("historyTimeToLive", "").isBlank()
                && !"false".equals(element.attributes().get("isExecutable"))) {
            findings.add(Finding.error("history-time-to-live", file, element.id()));
        }
    }

    private boolean isUnknownStep(ModelElement element) {
        String name = Steps.bean(element.attributes().get("delegateExpression"));
        return name != null && !beans.permits(name);
    }

    private void expressions(String value, String file, String id, List<Finding> findings) {
        if (!value.contains("{")) {
            return;
        }
        ROOT.matcher(value)
                .results()
                .map(match -> match.group(1))
                .filter(name -> beans.exists(name) && !beans.permits(name))
                .forEach(name -> findings.add(Finding.error("bean-hidden", file, id, name)));
        if (value.matches("(?s).*[#$]\\{.*") && CODE.matcher(value).find()) {
            findings.add(Finding.error("expression-code", file, id));
        }
    }

    /** Input parameters without which a step is not let in, because whoever listens to it would not know what it is for. */
    private void parameters(ModelElement step, String file, List<Finding> findings) {
        List<String> named = extensions(step, "taskListener")
                .map(listener -> Steps.bean(listener.attributes().get("delegateExpression")))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Stream<String> unnamed = step.tag().equals("userTask")
                ? readers.beside(named, step.extensions().get("formRef"), name -> parameter(step, name)).stream()
                : Stream.empty();
        Stream.concat(named.stream(), unnamed).forEach(bean -> beans.marked(bean, NeedsParameter.class)
                .filter(needed -> !says(step, needed))
                .ifPresent(needed -> findings.add(Finding.error(
                        "step-parameter", file, step.id(), bean, needed.value(), String.join(", ", needed.words())))));
    }

    private static boolean says(ModelElement step, NeedsParameter needed) {
        return List.of(needed.words()).contains(String.valueOf(parameter(step, needed.value())));
    }

    /** What a step says by an input parameter, {@code null} where it says nothing. */
    private static String parameter(ModelElement step, String name) {
        return extensions(step, "inputOutput")
                .flatMap(mapping -> mapping.children().stream())
                .filter(input -> input.tag().equals("inputParameter")
                        && name.equals(input.attributes().get("name")))
                .map(input -> input.text().strip())
                .findFirst()
                .orElse(null);
    }

    private static Stream<ModelElement> extensions(ModelElement step, String tag) {
        return step.children().stream()
                .filter(child -> child.tag().equals("extensionElements"))
                .flatMap(all -> all.children().stream())
                .filter(extension -> extension.tag().equals(tag));
    }
}
