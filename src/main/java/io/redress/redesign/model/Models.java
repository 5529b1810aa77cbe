package io.redress.redesign.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;

/**
 * Models that will be bound together: those of a draft, and of the live ones all that define anything which the draft
 * does not define.
 */
public final class Models {

    private final List<Parsed<BpmnModelInstance>> diagrams;
    private final List<Parsed<DmnModelInstance>> tables;
    private final List<Parsed<JsonNode>> forms;
    private final Map<String, Process> replaced;
    private final Map<String, JsonNode> replacedForms;
    private final Map<String, ProcessModel> processes = new LinkedHashMap<>();
    private final Map<String, DecisionModel> decisions = new LinkedHashMap<>();

    /**
     * All of them.
     *
     * @param replaced the live processes of which a draft has another version, by id
     * @param replacedForms the live forms of which a draft has another version, by id
     */
    Models(
            List<Parsed<BpmnModelInstance>> diagrams,
            List<Parsed<DmnModelInstance>> tables,
            List<Parsed<JsonNode>> forms,
            Map<String, Process> replaced,
            Map<String, JsonNode> replacedForms) {
        this.replaced = replaced;
        this.replacedForms = replacedForms;
        this.diagrams = diagrams;
        this.tables = tables;
        this.forms = forms;
        diagrams.forEach(diagram -> diagram.content().getModelElementsByType(Process.class).stream()
                .filter(process -> diagram.drafted() || !isDrafted(diagrams, process.getId()))
                .forEach(process -> processes.putIfAbsent(process.getId(), new ProcessModel(diagram, process))));
        tables.forEach(table -> table.content().getModelElementsByType(Decision.class).stream()
                .filter(decision -> table.drafted() || !isDrafted(tables, decision.getId()))
                .forEach(decision -> decisions.putIfAbsent(decision.getId(), new DecisionModel(table, decision))));
    }

    /** Files of processes. */
    public List<Parsed<BpmnModelInstance>> diagrams() {
        return diagrams;
    }

    /** Files of decisions. */
    public List<Parsed<DmnModelInstance>> tables() {
        return tables;
    }

    /** Forms, as JSON. */
    public List<Parsed<JsonNode>> forms() {
        return forms;
    }

    /** A process by its id, with the file that it is in. */
    public Optional<ProcessModel> process(String id) {
        return Optional.ofNullable(processes.get(id));
    }

    /** The live version of a process that the draft replaces; empty where it is new, or no draft has it. */
    public Optional<Process> replaced(String id) {
        return Optional.ofNullable(replaced.get(id));
    }

    /** The live version of a form that the draft replaces, as JSON; empty where it is new, or no draft has it. */
    public Optional<JsonNode> replacedForm(String id) {
        return Optional.ofNullable(replacedForms.get(id));
    }

    /** Every process, but none that a draft replaces. */
    public Stream<ProcessModel> processes() {
        return processes.values().stream();
    }

    /** Every decision, but none that a draft replaces. */
    public Stream<DecisionModel> decisions() {
        return decisions.values().stream();
    }

    /** A decision by its id, with the file that it is in. */
    public Optional<DecisionModel> decision(String id) {
        return Optional.ofNullable(decisions.get(id));
    }

    /** A form by its id. */
    public Optional<Parsed<JsonNode>> form(String id) {
        return forms.stream().filter(form -> form.keys().contains(id)).findFirst();
    }

    /** The keys of a form's fields, under which its answers become variables. */
    public static Set<String> fields(Parsed<JsonNode> form) {
        Set<String> keys = new HashSet<>();
        collect(form.content(), keys);
        return keys;
    }

    /** The words that people can choose in any form, by the key of the field. */
    public Map<String, Set<String>> choices() {
        Map<String, Set<String>> choices = new HashMap<>();
        forms.forEach(form -> choices(form.content(), choices));
        return choices;
    }

    private static void choices(JsonNode part, Map<String, Set<String>> choices) {
        part.path("values")
                .forEach(option -> choices.computeIfAbsent(part.path("key").asText(), key -> new HashSet<>())
                        .add(option.path("value").asText()));
        part.path("components").forEach(inner -> choices(inner, choices));
    }

    private static void collect(JsonNode part, Set<String> keys) {
        String key = part.path("key").asText();
        if (!key.isBlank()) {
            keys.add(key);
        }
        part.path("components").forEach(inner -> collect(inner, keys));
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
