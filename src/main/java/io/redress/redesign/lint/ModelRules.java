package io.redress.redesign.lint;

import io.redress.engine.guard.ModelBeans;
import io.redress.engine.guard.ModelElement;
import io.redress.engine.guard.ModelJudge;
import io.redress.engine.guard.TimerRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The rules for a diagram: what it must not contain to be let into the live engine, each with the sentence that a
 * manager reads.
 */
@Component
class ModelRules implements ModelJudge {

    private static final Map<String, String> FORBIDDEN_TAGS = Map.of(
            "scriptTask", "script tasks are not allowed; use a service task with a bean of Redress",
            "script", "scripts are not allowed; use an expression or a bean of Redress",
            "connector", "connectors are not allowed; use a service task with a bean of Redress");

    private static final Map<String, String> FORBIDDEN_ATTRIBUTES = Map.of(
            "class", "a Java class is not allowed; name a bean with a delegate expression",
            "formHandlerClass", "form handler classes are not allowed; use a Camunda Form",
            "variableMappingClass", "mapping classes are not allowed; use input and output mappings",
            "scriptFormat", "scripts are not allowed; use an expression or a bean of Redress",
            "language", "a script language is not allowed; write the condition as ${...}",
            "resource", "a script resource is not allowed; use an expression or a bean of Redress");

    private static final Set<String> PROSE = Set.of("documentation", "text", "incoming", "outgoing");

    private static final Pattern ROOT = Pattern.compile("[#$]\\{\\s*([A-Za-z_]\\w*)");
    private static final Pattern ONE_NAME = Pattern.compile("[#$]\\{\\s*([A-Za-z_]\\w*)\\s*}");
    private static final Pattern CODE = Pattern.compile("\\b(getClass|forName|getClassLoader|getProcessEngine\\w*"
            + "|getBpmnModel\\w*|dateTime)\\s*\\(|\\.\\s*(class|processEngine\\w*)\\b|\\[\\s*['\"]class['\"]");

    private final ModelBeans beans;

    ModelRules(ModelBeans beans) {
        this.beans = beans;
    }

    @Override
    public List<String> form(byte[] form) {
        return FormRules.problems(form);
    }

    @Override
    public Optional<String> xml(byte[] file) {
        return XmlRules.problem(file);
    }

    @Override
    public List<String> problems(ModelElement element) {
        var complaints = new ArrayList<String>();
        Optional.ofNullable(FORBIDDEN_TAGS.get(element.tag())).ifPresent(complaints::add);
        element.attributes().keySet().stream()
                .map(FORBIDDEN_ATTRIBUTES::get)
                .filter(Objects::nonNull)
                .forEach(complaints::add);
        builtInTask(element).ifPresent(complaints::add);
        validator(element).ifPresent(complaints::add);
        htmlForm(element).ifPresent(complaints::add);
        historyTimeToLive(element).ifPresent(complaints::add);
        TimerRules.check(element).ifPresent(complaints::add);
        unknownStep(element).ifPresent(complaints::add);
        complaints.addAll(ParameterRules.problems(element, beans));
        if (!PROSE.contains(element.tag())) {
            element.values().flatMap(this::expressions).distinct().forEach(complaints::add);
        }
        return complaints;
    }

    /** The engine's own mail and shell tasks, the second of which runs any command. */
    private static Optional<String> builtInTask(ModelElement element) {
        var type = element.extensions().get("type");
        return type == null || type.equals("external")
                ? Optional.empty()
                : Optional.of("the built-in task type '%s' is not allowed".formatted(type));
    }

    private static Optional<String> validator(ModelElement element) {
        var byClass = element.tag().equals("constraint")
                && "validator".equals(element.attributes().get("name"));
        return byClass ? Optional.of("validator classes are not allowed") : Optional.empty();
    }

    private static Optional<String> htmlForm(ModelElement element) {
        var key = element.extensions().getOrDefault("formKey", "");
        return key.isEmpty() || key.startsWith("camunda-forms:")
                ? Optional.empty()
                : Optional.of("only Camunda Forms are allowed, not '%s'".formatted(key));
    }

    private static Optional<String> historyTimeToLive(ModelElement element) {
        var missing = element.tag().equals("process")
                && element.extensions().getOrDefault("historyTimeToLive", "").isBlank()
                && !"false".equals(element.attributes().get("isExecutable"));
        return missing ? Optional.of("the history time to live is missing, for instance P365D") : Optional.empty();
    }

    private Optional<String> unknownStep(ModelElement element) {
        var matcher = ONE_NAME.matcher(
                element.attributes().getOrDefault("delegateExpression", "").strip());
        return matcher.matches() && !beans.permits(matcher.group(1))
                ? Optional.of("there is no step named '%s'".formatted(matcher.group(1)))
                : Optional.empty();
    }

    private Stream<String> expressions(String value) {
        if (value == null || !value.contains("{")) {
            return Stream.empty();
        }
        var hidden = ROOT.matcher(value)
                .results()
                .map(match -> match.group(1))
                .filter(name -> beans.exists(name) && !beans.permits(name))
                .map(name -> "an expression may not use the bean '%s'".formatted(name));
        var code = value.matches("(?s).*[#$]\\{.*") && CODE.matcher(value).find()
                ? Stream.of("an expression may not reach for classes or the engine")
                : Stream.<String>empty();
        return Stream.concat(hidden, code);
    }
}
