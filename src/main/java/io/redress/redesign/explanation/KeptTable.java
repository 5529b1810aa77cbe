package io.redress.redesign.explanation;

import io.redress.engine.record.Evaluation.FiredRow;
import io.redress.engine.table.FeelReader;
import io.redress.engine.table.TrialTable;
import java.io.ByteArrayInputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Rule;

/** One version of a table, as it was in force when it was asked. */
final class KeptTable {

    private final TrialTable table;
    private final List<Rule> rows;
    private final List<Input> inputs;

    private KeptTable(TrialTable table, DecisionTable drawn) {
        this.table = table;
        this.rows = List.copyOf(drawn.getRules());
        this.inputs = List.copyOf(drawn.getInputs());
    }

    /** @return empty where the file holds no such table */
    static Optional<KeptTable> of(byte[] file, String key) {
        return TrialTable.of(file).stream()
                .filter(table -> table.key().equals(key))
                .findFirst()
                .flatMap(table -> Dmn.readModelFromStream(new ByteArrayInputStream(file))
                        .getModelElementsByType(DecisionTable.class)
                        .stream()
                        .filter(drawn -> key.equals(drawn.getParentElement().getAttributeValue("id")))
                        .findFirst()
                        .map(drawn -> new KeptTable(table, drawn)));
    }

    /** The place of a row from 1; empty where the table has no such row. */
    Optional<Integer> place(String row) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).getId().equals(row)) {
                return Optional.of(i + 1);
            }
        }
        return Optional.empty();
    }

    /** What the author says of a row; empty where nothing. */
    Optional<String> sentence(String row) {
        return rows.stream()
                .filter(one -> one.getId().equals(row))
                .findFirst()
                .map(Rule::getDescription)
                .map(description -> description.getTextContent().strip())
                .filter(said -> !said.isEmpty());
    }

    /**
     * Everything that a row asks of a fact by name.
     *
     * @return numbers as {@link java.math.BigDecimal}
     */
    Set<Object> asked(String fact) {
        Set<Object> values = new LinkedHashSet<>();
        for (int i = 0; i < inputs.size(); i++) {
            int column = i;
            if (fact.equals(inputs.get(i)
                    .getInputExpression()
                    .getText()
                    .getTextContent()
                    .strip())) {
                rows.forEach(row -> List.copyOf(row.getInputEntries()).stream()
                        .skip(column)
                        .limit(1)
                        .map(cell -> cell.getText().getTextContent().strip())
                        .forEach(text ->
                                FeelReader.condition(text).condition().values().forEach(values::add)));
            }
        }
        return values;
    }

    /** What the only row that fits says; empty where none does, where more do, or where a fact is not known. */
    Optional<Map<String, Object>> answer(Map<String, Object> facts) {
        TrialTable.Answer answer = table.ask(facts);
        return answer.failure() == null
                        && answer.lacking().isEmpty()
                        && answer.rows().size() == 1
                ? answer.rows().stream().findFirst().map(FiredRow::outputs)
                : Optional.empty();
    }
}
