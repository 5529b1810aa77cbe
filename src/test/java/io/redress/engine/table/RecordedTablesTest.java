package io.redress.engine.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.engine.record.Evaluation;
import io.redress.engine.record.Evaluation.FiredRow;
import io.redress.engine.table.Evaluations.Apart;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.junit.jupiter.api.Test;

/** What is told of an evaluation: facts that are enough to make it again, and the rows that fired. */
class RecordedTablesTest {

    /** A column that is reckoned, a condition and a result that ask for more than their column. */
    private static final String TABLE = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n">
              <decision id="discount" name="Discount">
                <decisionTable id="t" hitPolicy="COLLECT">
                  <input id="i"><inputExpression id="e" typeRef="double"><text>price * pieces</text></inputExpression></input>
                  <output id="o" name="off" typeRef="double" />
                  <rule id="rule_big"><inputEntry id="a"><text>&gt; threshold</text></inputEntry>
                    <outputEntry id="b"><text>bonus + 1</text></outputEntry></rule>
                  <rule id="rule_any"><inputEntry id="c"><text></text></inputEntry>
                    <outputEntry id="f"><text>1</text></outputEntry></rule>
                </decisionTable>
              </decision>
            </definitions>""";

    private final DmnEngine engine = new RecordedTables(new Evaluations(null)).buildEngine();
    private final DmnDecision table =
            engine.parseDecision("discount", new ByteArrayInputStream(TABLE.getBytes(StandardCharsets.UTF_8)));

    @Test
    void whatTheProcessKnowsIsAFactWhereTheTableAsksForIt() {
        VariableMap known = Variables.createVariables()
                .putValue("price", 30.0)
                .putValue("pieces", 4)
                .putValue("threshold", 100)
                .putValue("bonus", 9)
                .putValue("customerName", "Lena Vogt");

        Evaluation evaluation = evaluated(new Scope(known));

        assertThat(evaluation.facts()).containsOnlyKeys("bonus", "pieces", "price", "threshold");
        assertThat(evaluation.rows()).extracting(FiredRow::id).containsExactly("rule_big", "rule_any");
        assertThat(evaluated(Variables.fromMap(evaluation.facts())).rows()).isEqualTo(evaluation.rows());
    }

    @Test
    void whatATableIsToldIsAFactWhetherOrNotItAsks() {
        VariableMap told = Variables.createVariables()
                .putValue("price", 30.0)
                .putValue("pieces", 1)
                .putValue("threshold", 100)
                .putValue("weekday", "monday");

        assertThat(evaluated(told).facts())
                .isEqualTo(Map.of("price", 30.0, "pieces", 1, "threshold", 100, "weekday", "monday"));
    }

    private Evaluation evaluated(VariableContext variables) {
        Apart<?> answered = Evaluations.apart(() -> engine.evaluateDecision(table, variables));
        assertThat(answered.evaluations()).hasSize(1);
        return answered.evaluations().get(0);
    }

    private Evaluation evaluated(VariableMap variables) {
        return evaluated(variables.asVariableContext());
    }

    /** Variables as an execution has them: more than a table asks for. */
    private record Scope(VariableMap known) implements VariableContext {

        @Override
        public TypedValue resolve(String name) {
            return known.getValueTyped(name);
        }

        @Override
        public boolean containsVariable(String name) {
            return known.containsKey(name);
        }

        @Override
        public Set<String> keySet() {
            return known.keySet();
        }
    }
}
