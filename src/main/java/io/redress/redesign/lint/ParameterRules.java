package io.redress.redesign.lint;

import io.redress.engine.guard.ModelBeans;
import io.redress.engine.guard.ModelElement;
import io.redress.engine.task.NeedsParameter;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The input parameters without which a step is not deployed, because whoever listens to it would not know what it is for. */
final class ParameterRules {

    private static final Pattern BEAN = Pattern.compile("[#$]\\{\\s*(\\w+)\\s*}");

    private ParameterRules() {}

    /** What is missing on a step, as sentences without the step's id. */
    static List<String> problems(ModelElement step, ModelBeans beans) {
        return extensions(step, "taskListener")
                .map(listener -> listener.attributes().getOrDefault("delegateExpression", ""))
                .map(BEAN::matcher)
                .filter(bean -> bean.matches())
                .map(bean -> bean.group(1))
                .distinct()
                .flatMap(bean -> beans
                        .marked(bean, NeedsParameter.class)
                        .filter(needed -> !says(step, needed))
                        .map(needed -> "the step '%s' needs the input parameter '%s', one of %s"
                                .formatted(bean, needed.value(), String.join(", ", needed.words())))
                        .stream())
                .toList();
    }

    private static boolean says(ModelElement step, NeedsParameter needed) {
        return extensions(step, "inputOutput")
                .flatMap(mapping -> mapping.children().stream())
                .filter(input -> input.tag().equals("inputParameter")
                        && needed.value().equals(input.attributes().get("name")))
                .anyMatch(input -> List.of(needed.words()).contains(input.text().strip()));
    }

    private static Stream<ModelElement> extensions(ModelElement step, String tag) {
        return step.children().stream()
                .filter(child -> child.tag().equals("extensionElements"))
                .flatMap(all -> all.children().stream())
                .filter(extension -> extension.tag().equals(tag));
    }
}
