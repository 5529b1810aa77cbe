package io.redress.redesign.diagram;

import io.redress.engine.guard.ModelExpression;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** The flows by which a step can be left, as the engine chooses them. */
final class Splits {

    private final Conditions conditions;
    private final Map<Question, Set<Set<SequenceFlow>>> answers = new HashMap<>();

    Splits(Conditions conditions) {
        this.conditions = conditions;
    }

    private record Question(FlowNode node, Map<String, Object> known) {}

    /**
     * Every choice that can be made: flows that are taken together. A choice without any flow means that the step cannot
     * be left.
     *
     * @param known values of variables that are settled
     */
    Set<Set<SequenceFlow>> choices(FlowNode node, Map<String, Object> known) {
        return answers.computeIfAbsent(new Question(node, known), this::choices);
    }

    private Set<Set<SequenceFlow>> choices(Question question) {
        FlowNode node = question.node();
        Collection<SequenceFlow> flows = Diagrams.outgoing(node);
        boolean conditional = flows.stream().anyMatch(flow -> Conditions.has(flow));
        if (!conditional && !(node instanceof ExclusiveGateway)) {
            return Set.of(new LinkedHashSet<>(flows));
        }
        SequenceFlow otherwise = otherwise(node);
        List<ModelExpression> asked = new ArrayList<>();
        for (SequenceFlow flow : flows) {
            if (Conditions.has(flow) && !flow.equals(otherwise)) {
                Optional<ModelExpression> condition = Conditions.of(flow);
                if (condition.isEmpty()) {
                    return each(flows);
                }
                asked.add(condition.get());
            }
        }
        return conditions
                .situations(asked, question.known())
                .map(situations -> chosen(node, flows, otherwise, situations))
                .orElseGet(() -> each(flows));
    }

    private static Set<Set<SequenceFlow>> chosen(
            FlowNode node,
            Collection<SequenceFlow> flows,
            SequenceFlow otherwise,
            List<Map<String, Object>> situations) {
        Set<Set<SequenceFlow>> choices = new LinkedHashSet<>();
        situations.forEach(situation -> {
            Set<SequenceFlow> taken = new LinkedHashSet<>();
            for (SequenceFlow flow : flows) {
                boolean one = node instanceof ExclusiveGateway && !taken.isEmpty();
                if (!one && !flow.equals(otherwise) && isTaken(flow, situation)) {
                    taken.add(flow);
                }
            }
            if (taken.isEmpty() && otherwise != null) {
                taken.add(otherwise);
            }
            choices.add(taken);
        });
        return choices;
    }

    /** Whether a flow is taken; one whose condition fails in this situation ends in an error and is not. */
    static boolean isTaken(SequenceFlow flow, Map<String, Object> situation) {
        return !Conditions.has(flow)
                || Conditions.of(flow)
                        .flatMap(condition -> condition.holds(situation))
                        .orElse(false);
    }

    private static Set<Set<SequenceFlow>> each(Collection<SequenceFlow> flows) {
        Set<Set<SequenceFlow>> each = new LinkedHashSet<>();
        flows.forEach(flow -> each.add(Set.of(flow)));
        return each;
    }

    /** The flow that is taken where no other is, {@code null} where none is marked so. */
    static SequenceFlow otherwise(FlowNode node) {
        if (node instanceof ExclusiveGateway gateway) {
            return gateway.getDefault();
        }
        if (node instanceof InclusiveGateway gateway) {
            return gateway.getDefault();
        }
        return node instanceof Activity activity ? activity.getDefault() : null;
    }
}
