package io.redress.engine.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.engine.context.DelegateExecutionContext;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * The facts of the table that this thread evaluates. What a step tells a table counts whether or not the table asks for
 * it today, because a changed one may; of everything else in the process only what a column, a condition or a result
 * asks for.
 */
final class AskedFacts {

    private static final ThreadLocal<AskedFacts> PRESENT = new ThreadLocal<>();
    private static final ThreadLocal<Told> TOLD = new ThreadLocal<>();

    private final AskedFacts outer = PRESENT.get();
    private final Map<String, Object> values = new TreeMap<>();
    private final Set<String> missing = new TreeSet<>();
    private final List<DmnDecisionTableEvaluationEvent> evaluated = new ArrayList<>();

    /** What a step has for its table, and only that step's own. */
    private record Told(String activityInstance, Map<String, Object> facts) {}

    private AskedFacts() {}

    /** Keeps what a step tells its table until the engine evaluates it, next. */
    static void tell(DelegateExecution step, Map<String, Object> facts) {
        TOLD.set(new Told(step.getActivityInstanceId(), facts));
    }

    static AskedFacts begin(VariableContext variables) {
        AskedFacts facts = new AskedFacts();
        if (variables instanceof Map<?, ?> given) {
            given.forEach((name, value) -> facts.values.put(name.toString(), value));
        } else {
            facts.takeTold();
        }
        PRESENT.set(facts);
        return facts;
    }

    private void takeTold() {
        Told told = TOLD.get();
        DelegateExecution step = DelegateExecutionContext.getCurrentDelegationExecution();
        TOLD.remove();
        if (told != null && step != null && Objects.equals(told.activityInstance(), step.getActivityInstanceId())) {
            values.putAll(told.facts());
        }
    }

    void end() {
        if (outer == null) {
            PRESENT.remove();
        } else {
            PRESENT.set(outer);
        }
    }

    static void evaluated(DmnDecisionTableEvaluationEvent event) {
        AskedFacts present = PRESENT.get();
        if (present != null) {
            present.evaluated.add(event);
        }
    }

    List<DmnDecisionTableEvaluationEvent> evaluated() {
        return evaluated;
    }

    Map<String, Object> values() {
        return values;
    }

    /** What was asked for by name, and nobody has. */
    Set<String> missing() {
        return missing;
    }

    /** @param own what an expression calls the value of its own cell, {@code null} for nothing */
    static VariableContext noting(VariableContext variables, String own) {
        AskedFacts present = PRESENT.get();
        return present == null ? variables : new Noting(variables, present, own);
    }

    private record Noting(VariableContext variables, AskedFacts facts, String own) implements VariableContext {

        @Override
        public TypedValue resolve(String name) {
            TypedValue value = variables.resolve(name);
            if (value != null && !name.equals(own)) {
                facts.values.putIfAbsent(name, value.getValue());
            }
            return value;
        }

        @Override
        public boolean containsVariable(String name) {
            boolean there = variables.containsVariable(name);
            if (!there && !name.equals(own)) {
                facts.missing.add(name);
            }
            return there;
        }

        @Override
        public Set<String> keySet() {
            return variables.keySet();
        }
    }
}
