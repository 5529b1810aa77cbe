package io.redress.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

class GuardedExpressionsTest {

    private final GuardedExpressionManager expressions =
            new GuardedExpressionManager(beans(), ZoneId.of("UTC"), Stream::empty);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "${amount > 5 && name == 'Ada'} | true",
                "${name.toUpperCase().length()} | 3",
                "${items.size()} | 2",
                "${items[0]} | tv",
                "${facts.kind} | lost",
                "${facts.get('kind')} | lost",
                "${day.plusDays(1)} | 2026-03-02",
                "${greeter.greet(name)} | Hello Ada",
                "${kind.label()} | a kind",
            })
    void readsValuesAndOurBeans(String expression, String result) {
        assertThat(String.valueOf(evaluate(expression))).isEqualTo(result);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.getClass().forName('java.lang.Runtime')}",
                "${''.class}",
                "${''['class']}",
                "${name.getClass()}",
                "${items.getClass()}",
                "${items.stream()}",
                "${items.add('x')}",
                "${facts.put('a', 1)}",
                "${facts.computeIfAbsent('a', null)}",
                "${greeter.getClass()}",
                "${greeter.kindOf()}",
                "${kind.getDeclaringClass()}",
                "${stranger.anything}",
                "${secret.password()}",
                "${secret}",
                "${dateTime()}",
                "${step.execute(null)}",
                "${unknown}",
            })
    void opensNothingElse(String expression) {
        assertThatThrownBy(() -> evaluate(expression)).isInstanceOf(RuntimeException.class);
    }

    private Object evaluate(String expression) {
        var variables = Variables.createVariables()
                .putValue("amount", new BigDecimal("9.50"))
                .putValue("name", "Ada")
                .putValue("items", List.of("tv", "radio"))
                .putValue("facts", Map.of("kind", "lost"))
                .putValue("day", LocalDate.of(2026, 3, 1))
                .putValue("kind", Kind.ONE)
                .putValue("stranger", new Object());
        return expressions
                .createValueExpression(expression)
                .getValue(expressions.createElContext(variables.asVariableContext()));
    }

    private static ModelBeans beans() {
        var beans = new DefaultListableBeanFactory();
        beans.registerSingleton("greeter", new Greeter());
        beans.registerSingleton("secret", new Secret());
        beans.registerSingleton("step", (JavaDelegate) execution -> {});
        return new ModelBeans(beans);
    }

    /** A value of ours. */
    public enum Kind {
        ONE;

        public String label() {
            return "a kind";
        }
    }

    /** A bean that models may call. */
    @ModelBean
    public static class Greeter {

        public String greet(String name) {
            return "Hello " + name;
        }

        public Class<?> kindOf() {
            return getClass();
        }
    }

    /** A bean that models must not see. */
    public static class Secret {

        public String password() {
            return "secret";
        }
    }
}
