package io.redress.redesign.diagram;

import io.redress.redesign.model.Models;
import io.redress.redesign.model.Models.ProcessModel;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;

/**
 * All diagrams that will be bound together, and what every rule asks of them.
 *
 * @param processes those that can be run
 * @param calls the called processes, by every call
 */
record Drawn(
        Models models,
        Steps steps,
        Conditions conditions,
        Splits splits,
        List<ProcessModel> processes,
        Set<String> calls) {

    /** The process of a complaint. */
    static final String MAIN = "complaintResolution";

    static Drawn of(Models models, Steps steps) {
        List<ProcessModel> processes = models.processes()
                .filter(process -> process.process().isExecutable())
                .toList();
        var conditions = new Conditions(processes.stream()
                .flatMap(process -> Diagrams.all(process.process()))
                .flatMap(steps::writes));
        Set<String> calls = processes.stream()
                .flatMap(process -> Diagrams.all(process.process()))
                .filter(CallActivity.class::isInstance)
                .map(call -> Diagrams.called((CallActivity) call))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return new Drawn(models, steps, conditions, new Splits(conditions), processes, calls);
    }

    /** A step in its process. */
    record Step(ProcessModel process, FlowNode node) {

        String id() {
            return node.getId();
        }

        String label() {
            return Diagrams.label(node);
        }
    }

    /** Every step of every process. */
    Stream<Step> all() {
        return processes.stream()
                .flatMap(process -> Diagrams.all(process.process()).map(node -> new Step(process, node)));
    }

    /** The file in which a step lies. */
    ProcessModel processOf(FlowNode node) {
        return processes.stream()
                .filter(process -> node.getModelInstance().equals(process.file().content()))
                .findFirst()
                .orElseThrow();
    }
}
