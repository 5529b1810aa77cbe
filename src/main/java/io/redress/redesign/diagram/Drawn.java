package io.redress.redesign.diagram;

import io.redress.engine.guard.ModelElement;
import io.redress.redesign.lint.Finding;
import io.redress.redesign.model.ModelFile;
import io.redress.redesign.model.Models;
import io.redress.redesign.model.Models.ProcessModel;
import io.redress.redesign.model.Parsed;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;

/**
 * All diagrams that will be bound together, and what every rule asks of them.
 *
 * @param processes those that can be run
 * @param calls the called processes, by every call
 * @param elements everything that is written in each file
 */
record Drawn(
        Models models,
        Steps steps,
        Conditions conditions,
        Splits splits,
        List<ProcessModel> processes,
        Set<String> calls,
        Map<ModelFile, List<ModelElement>> elements) {

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
        Map<ModelFile, List<ModelElement>> elements = models.diagrams().stream()
                .map(Parsed::file)
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(), file -> Elements.all(file).toList()));
        return new Drawn(models, steps, conditions, new Splits(conditions), processes, calls, elements);
    }

    /** A step in its process. */
    record Step(ProcessModel process, FlowNode node) {

        String id() {
            return node.getId();
        }

        String label() {
            return Diagrams.label(node);
        }

        /** Something that is wrong with the step. */
        Finding error(String rule, Object... details) {
            return errorAt(id(), rule, details);
        }

        /** Something about the step that is let in, and said. */
        Finding warning(String rule, Object... details) {
            return Finding.warning(rule, process.file(), id(), details);
        }

        /** Something that is wrong with an element of its own, such as a flow that leaves it. */
        Finding errorAt(String element, String rule, Object... details) {
            return Finding.error(rule, process.file(), element, details);
        }
    }

    /** Every step of every process. */
    Stream<Step> all() {
        return processes.stream()
                .flatMap(process -> Diagrams.all(process.process()).map(node -> new Step(process, node)));
    }

    /** The step of the same id in the live version that the draft replaces; empty where there was none. */
    Optional<FlowNode> before(ProcessModel process, FlowNode node) {
        return models.replaced(process.id()).flatMap(live -> Diagrams.all(live)
                .filter(one -> one.getId().equals(node.getId()))
                .findFirst());
    }

    /** Every element of a file, whatever its depth. */
    Stream<ModelElement> elements(Parsed<?> diagram) {
        return elements.get(diagram.file()).stream();
    }

    /** The file in which a step lies. */
    ProcessModel processOf(FlowNode node) {
        return processes.stream()
                .filter(process -> node.getModelInstance().equals(process.file().content()))
                .findFirst()
                .orElseThrow();
    }
}
