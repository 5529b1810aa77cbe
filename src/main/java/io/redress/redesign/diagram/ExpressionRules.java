package io.redress.redesign.diagram;

import io.redress.engine.guard.GuardedExpressionManager;
import io.redress.engine.guard.HarmlessCalls;
import io.redress.engine.guard.ModelBeans;
import io.redress.engine.guard.ModelElement;
import io.redress.engine.guard.ModelExpression;
import io.redress.engine.guard.ModelExpression.Member;
import io.redress.redesign.lint.Finding;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.springframework.stereotype.Component;

/** The rules for expressions: each can be read, and the beans, methods, properties and variables that it names are there. */
@Component
class ExpressionRules implements DiagramRule {

    /** What the engine itself knows in every expression. */
    private static final Set<String> SCOPES = Set.of("execution", "task");

    private static final Set<String> PROSE = Set.of("documentation", "text", "incoming", "outgoing");

    private final ModelBeans beans;
    private final Variables variables;

    ExpressionRules(ModelBeans beans, Variables variables) {
        this.beans = beans;
        this.variables = variables;
    }

    @Override
    public Stream<Finding> check(Drawn drawn) {
        Set<String> known = variables.known(drawn);
        return drawn.models().diagrams().stream().flatMap(diagram -> drawn.elements(diagram)
                .filter(element -> !PROSE.contains(element.tag()))
                .flatMap(element -> expressions(element).flatMap(written -> {
                    List<Finding> findings = new ArrayList<>();
                    check(written, diagram.name(), element.id(), known, findings);
                    return findings.stream();
                })));
    }

    /** Every expression in an element itself. */
    static Stream<String> expressions(ModelElement element) {
        return Stream.concat(
                        element.attributes().entrySet().stream()
                                .filter(attribute -> !attribute.getKey().equals("name"))
                                .map(attribute -> attribute.getValue()),
                        Stream.of(element.text()))
                .filter(value -> value != null && (value.contains("${") || value.contains("#{")))
                .map(String::strip)
                .distinct();
    }

    private void check(String written, String file, String id, Set<String> known, List<Finding> findings) {
        Optional<ModelExpression> read = Conditions.parse(written);
        if (read.isEmpty()) {
            findings.add(Finding.error("expression-unreadable", file, id, written));
            return;
        }
        ModelExpression expression = read.get();
        expression.functions().stream()
                .filter(function -> !GuardedExpressionManager.knowsFunction(function.name(), function.arguments()))
                .forEach(function ->
                        findings.add(Finding.error("function-unknown", file, id, function.name(), written)));
        expression.names().stream()
                .filter(name -> !SCOPES.contains(name) && !beans.exists(name) && !known.contains(name))
                .filter(name -> !isDelegate(written, name))
                .forEach(name -> findings.add(Finding.error("variable-unknown", file, id, name, written)));
        expression.members().stream()
                .filter(member -> !isThere(member))
                .forEach(member ->
                        findings.add(Finding.error("member-unknown", file, id, member.name(), member.root(), written)));
    }

    /** A delegate that is missing is told of as such. */
    private static boolean isDelegate(String written, String name) {
        return written.startsWith("#{") && name.equals(Steps.bean(written));
    }

    private boolean isThere(Member member) {
        if (member.root() == null || member.name().isEmpty()) {
            return true;
        }
        if (SCOPES.contains(member.root())) {
            return HarmlessCalls.permits(member.root(), member.name());
        }
        Optional<Class<?>> bean = beans.type(member.root());
        if (bean.isPresent()) {
            return Modifier.isPublic(bean.get().getModifiers()) && has(bean.get(), member);
        }
        return Conditions.type(member.root()).map(type -> has(type, member)).orElse(true);
    }

    private static boolean has(Class<?> type, Member member) {
        String capital = StringUtils.capitalize(member.name());
        return Stream.of(type.getMethods())
                .anyMatch(method -> member.arguments() == null
                        ? method.getParameterCount() == 0
                                && Set.of("get" + capital, "is" + capital).contains(method.getName())
                        : method.getName().equals(member.name())
                                && (method.getParameterCount() == member.arguments() || method.isVarArgs()));
    }
}
