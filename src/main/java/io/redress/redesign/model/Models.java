package io.redress.redesign.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;

/**
 * Models that will be bound together: those of a draft, and of the live ones all that define anything which the draft
 * does not define.
 *
 * @param diagrams files of processes
 * @param tables files of decisions
 * @param forms forms, as JSON
 */
public record Models(
        List<Parsed<BpmnModelInstance>> diagrams, List<Parsed<DmnModelInstance>> tables, List<Parsed<JsonNode>> forms) {

    /** A process by its id, with the file that it is in. */
    public Optional<ProcessModel> process(String id) {
        return processes().filter(process -> process.id().equals(id)).findFirst();
    }

    /** Every process that can be run, but none that a draft replaces. */
    public Stream<ProcessModel> processes() {
        return diagrams.stream().flatMap(diagram -> diagram.content().getModelElementsByType(Process.class).stream()
                .filter(process -> diagram.drafted() || !isDrafted(diagrams, process.getId()))
                .map(process -> new ProcessModel(diagram, process)));
    }

    /** Every decision, but none that a draft replaces. */
    public Stream<DecisionModel> decisions() {
        return tables.stream().flatMap(table -> table.content().getModelElementsByType(Decision.class).stream()
                .filter(decision -> table.drafted() || !isDrafted(tables, decision.getId()))
                .map(decision -> new DecisionModel(table, decision)));
    }

    /** A decision by its id, with the file that it is in. */
    public Optional<DecisionModel> decision(String id) {
        return decisions().filter(decision -> decision.id().equals(id)).findFirst();
    }

    /** A form by its id. */
    public Optional<Parsed<JsonNode>> form(String id) {
        return forms.stream().filter(form -> form.keys().contains(id)).findFirst();
    }

    private static <T> boolean isDrafted(List<Parsed<T>> files, String key) {
        return files.stream().anyMatch(file -> file.drafted() && file.keys().contains(key));
    }

    /** A process in its file. */
    public record ProcessModel(Parsed<BpmnModelInstance> file, Process process) {

        /** The id by which it is called. */
        public String id() {
            return process.getId();
        }
    }

    /** A decision in its file. */
    public record DecisionModel(Parsed<DmnModelInstance> file, Decision decision) {

        /** The id by which it is asked. */
        public String id() {
            return decision.getId();
        }
    }
}
