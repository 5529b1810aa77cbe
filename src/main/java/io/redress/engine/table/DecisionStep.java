package io.redress.engine.table;

import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.variable.Variables;

/**
 * A decision in the diagram. As start listener it gives the table its facts, as end listener it takes the answer. Facts
 * are transient: the table's history keeps them, the process does not carry them along.
 */
public abstract class DecisionStep implements ExecutionListener {

    private static final String DECISION_RESULT = "decisionResult";

    @Override
    public final void notify(DelegateExecution execution) {
        if (EVENTNAME_START.equals(execution.getEventName())) {
            Map<String, Object> facts = facts(execution);
            facts.forEach((name, value) -> execution.setVariableLocal(name, Variables.untypedValue(value, true)));
            AskedFacts.tell(execution, facts);
        } else {
            DmnDecisionResult result = (DmnDecisionResult) execution.getVariable(DECISION_RESULT);
            if (result == null || result.isEmpty()) {
                throw new IllegalStateException(
                        "No row of the table of %s fits this case".formatted(execution.getCurrentActivityName()));
            }
            decided(execution, result.getSingleResult().getEntryMap());
        }
    }

    /** The table's inputs by name; a {@code null} is an empty input. */
    protected abstract Map<String, Object> facts(DelegateExecution execution);

    /** Takes the outputs of the matching row, by name. */
    protected abstract void decided(DelegateExecution execution, Map<String, Object> answer);
}
