package io.redress.redesign.table;

import io.redress.engine.port.ComplaintVariables;
import io.redress.engine.port.ComplaintVariables.Variable;
import io.redress.engine.table.TableColumns;
import io.redress.engine.table.TableColumns.Fact;
import io.redress.redesign.model.Models;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.xml.instance.DomElement;

/**
 * The names that a table can ask for. What a diagram may have set is taken generously, because a table is refused for a
 * name that nothing supplies.
 */
final class KnownNames {

    /** What the engine calls the value of a cell's own column. */
    private static final String CELL = "cellInput";

    private static final Set<String> SUPPLIED =
            Set.of("inputParameter", "outputParameter", "in", "out", "formField", "loopCounter");

    private static final Set<String> OURS =
            ComplaintVariables.all().map(Variable::name).collect(Collectors.toUnmodifiableSet());

    private final Models models;
    private Set<String> ofDiagrams;

    KnownNames(Models models) {
        this.models = models;
    }

    /** Whether a table can ask for a name; empty where nobody knows who asks it. */
    Optional<Predicate<String>> of(CheckedTable table) {
        Set<String> told = beside(table);
        table.columns()
                .ifPresent(columns -> columns.facts().stream().map(Fact::name).forEach(told::add));
        boolean seesDiagram = table.columns().map(TableColumns::inDiagramOnly).orElseGet(() -> isAsked(table.id()));
        if (table.columns().isEmpty() && !seesDiagram) {
            return Optional.empty();
        }
        return Optional.of(
                name -> told.contains(name) || seesDiagram && ofDiagrams().contains(name));
    }

    /** Whether a step of a diagram asks a decision. */
    private boolean isAsked(String decision) {
        return models.processes()
                .flatMap(process -> process.file().content().getModelElementsByType(BusinessRuleTask.class).stream())
                .anyMatch(step -> decision.equals(step.getCamundaDecisionRef()));
    }

    /** The answers of the other decisions in the file, on which it may depend. */
    private static Set<String> beside(CheckedTable table) {
        Set<String> names = new HashSet<>(Set.of(CELL));
        DomElement root = table.model().decision().getDomElement().getDocument().getRootElement();
        collect(root, names);
        table.model().file().content().getModelElementsByType(DecisionTable.class).stream()
                .filter(other -> other.getParentElement() != table.model().decision())
                .flatMap(other -> other.getOutputs().stream())
                .forEach(output -> names.add(String.valueOf(output.getName())));
        return names;
    }

    private static void collect(DomElement element, Set<String> names) {
        if (Set.of("variable", "inputData").contains(element.getLocalName())) {
            names.add(String.valueOf(element.getAttribute("name")));
        }
        Optional.ofNullable(element.getAttribute("http://camunda.org/schema/1.0/dmn", "inputVariable"))
                .ifPresent(names::add);
        element.getChildElements().forEach(child -> collect(child, names));
    }

    private Set<String> ofDiagrams() {
        if (ofDiagrams == null) {
            ofDiagrams = new HashSet<>(OURS);
            models.diagrams()
                    .forEach(diagram -> supplied(diagram.content().getDocument().getRootElement(), ofDiagrams));
            models.forms().forEach(form -> ofDiagrams.addAll(Models.fields(form)));
        }
        return ofDiagrams;
    }

    private static void supplied(DomElement element, Set<String> names) {
        if (SUPPLIED.contains(element.getLocalName())) {
            Stream.of("name", "target", "id").forEach(attribute -> add(element.getAttribute(attribute), names));
        }
        List.of("resultVariable", "elementVariable")
                .forEach(
                        attribute -> add(element.getAttribute("http://camunda.org/schema/1.0/bpmn", attribute), names));
        element.getChildElements().forEach(child -> supplied(child, names));
    }

    private static void add(String name, Set<String> names) {
        if (name != null && !name.isBlank()) {
            names.add(name);
        }
    }
}
