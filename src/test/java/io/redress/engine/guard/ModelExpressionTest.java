package io.redress.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.engine.guard.ModelExpression.FunctionCall;
import io.redress.engine.guard.ModelExpression.Member;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An expression is known before it is evaluated. */
class ModelExpressionTest {

    @Test
    void namesCallsAndFunctionsAreFound() {
        var due = ModelExpression.of("${followUps.dueAfter(caseNumber, 'P5D')}");
        assertThat(due.names()).containsExactly("followUps", "caseNumber");
        assertThat(due.members()).containsExactly(new Member("followUps", "dueAfter", 2));
        assertThat(due.literals()).containsExactly("P5D");

        var nested = ModelExpression.of("${ladder.nextRungAt(execution.getVariable('caseNumber'))}");
        assertThat(nested.members())
                .containsExactly(new Member("ladder", "nextRungAt", 1), new Member("execution", "getVariable", 1));

        assertThat(ModelExpression.of("#{execution.processBusinessKey}").members())
                .containsExactly(new Member("execution", "processBusinessKey", null));
        assertThat(ModelExpression.of("${now()}").functions()).containsExactly(new FunctionCall("now", 0));
        assertThat(ModelExpression.of("handlers,leads").isText()).isTrue();
    }

    @Test
    void conditionsAreAnsweredForValues() {
        var condition = ModelExpression.of("${returnChoice == 'pay' || returnChoice == 'deduct' && !approvalNeeded}");
        assertThat(condition.unknowns()).containsExactly("returnChoice", "approvalNeeded");
        assertThat(condition.holds(Map.of("returnChoice", "pay", "approvalNeeded", true)))
                .contains(true);
        assertThat(condition.holds(Map.of("returnChoice", "deduct", "approvalNeeded", true)))
                .contains(false);
        assertThat(condition.holds(Map.of("returnChoice", "deduct", "approvalNeeded", false)))
                .contains(true);

        var call = ModelExpression.of("${!returnWatch.hasArrived(returnId)}");
        assertThat(call.unknowns()).hasSize(1);
        Map<String, Object> values = new HashMap<>();
        call.unknowns().forEach(unknown -> values.put(unknown, false));
        assertThat(call.holds(values)).contains(true);
        assertThat(ModelExpression.of("${round > 1}").holds(Map.of("round", 2))).contains(true);
        assertThat(ModelExpression.of("${team}").holds(Map.of("team", "handlers")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"${", "${a b}", "${a ==}", "${verdict = 'x'}", "${('a'}"})
    void whatCannotBeReadIsRefused(String text) {
        assertThatThrownBy(() -> ModelExpression.of(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
