package io.redress.redesign.table;

import io.redress.engine.table.DecisionRows;
import io.redress.engine.table.FeelReader;
import io.redress.engine.table.FeelText;
import io.redress.engine.table.FeelType;
import io.redress.engine.table.TableColumns;
import io.redress.engine.table.TableColumns.Fact;
import io.redress.engine.table.TableRules;
import io.redress.redesign.lint.Finding;
import io.redress.redesign.model.Models.DecisionModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;

/**
 * A decision table that is checked.
 *
 * @param model the decision in its file
 * @param own what the module that asks it knows of it; empty for a table that no module asks
 * @param policy which rows answer
 * @param summed whether the engine makes one number of all answers
 * @param rows as many as it has; none where it is too large to be read
 * @param size how many rows it has
 */
record CheckedTable(
        DecisionModel model,
        Optional<TableRules> own,
        HitPolicy policy,
        boolean summed,
        List<In> inputs,
        List<Out> outputs,
        List<Line> rows,
        int size) {

    /** More rows nobody reads, and the check would slow down the live system. */
    static final int MOST_ROWS = 2_000;

    /** Ours have fewer than 20,000 characters; the engine reads a hundred thousand in a second. */
    static final int MOST_TEXT = 400_000;

    private static final String FEEL = "(?i)|feel|https?://www\\.omg\\.org/spec/(dmn|feel)/[0-9a-z/]+";

    /**
     * An input column.
     *
     * @param asks for the value that its conditions look at
     * @param declared the type that the column declares, may be {@code null}
     * @param fact what the module that asks tells by this name; empty for anything else
     */
    record In(String id, String label, FeelText asks, String declared, Optional<Fact> fact) {

        /** The type of the value that the conditions see. */
        FeelType type() {
            FeelType column = FeelType.ofColumn(declared);
            return column == FeelType.OTHER ? fact.map(Fact::type).orElse(FeelType.OTHER) : column;
        }

        /** Whether a number has no fraction. */
        boolean isWhole() {
            return fact.map(Fact::whole).orElse(false) || "integer".equals(declared) || "long".equals(declared);
        }

        String name() {
            return label.isBlank() ? asks.written() : label;
        }
    }

    /** An output column; its type may be {@code null}. */
    record Out(String id, String name, String label, String declared) {}

    /** A row: its number from 1, a condition for each input column, and a text for each output column. */
    record Line(int number, String id, List<FeelText> conditions, List<FeelText> answers) {}

    static CheckedTable of(DecisionModel model, DecisionTable table, Optional<TableRules> own) {
        List<In> inputs =
                table.getInputs().stream().map(input -> input(input, own)).toList();
        List<Out> outputs =
                table.getOutputs().stream().map(CheckedTable::output).toList();
        List<Line> rows = new ArrayList<>();
        int size = table.getRules().size();
        if (size <= MOST_ROWS && table.getTextContent().length() <= MOST_TEXT) {
            table.getRules().forEach(rule -> rows.add(line(rows.size() + 1, rule)));
        }
        return new CheckedTable(
                model, own, table.getHitPolicy(), table.getAggregation() != null, inputs, outputs, rows, size);
    }

    private static In input(Input input, Optional<TableRules> own) {
        boolean asked = input.getInputExpression() != null;
        String written = asked ? text(input.getInputExpression().getText()) : "";
        FeelText asks = FeelReader.expression(written);
        Optional<Fact> fact = own.flatMap(rules -> asks.fact().flatMap(rules.columns()::fact));
        return new In(
                input.getId(),
                input.getLabel() == null ? "" : input.getLabel(),
                asks,
                asked ? input.getInputExpression().getTypeRef() : null,
                fact);
    }

    private static Out output(Output output) {
        return new Out(
                output.getId(),
                output.getName() == null ? "" : output.getName(),
                output.getLabel() == null ? "" : output.getLabel(),
                output.getTypeRef());
    }

    private static Line line(int number, Rule rule) {
        return new Line(
                number,
                rule.getId(),
                rule.getInputEntries().stream().map(CheckedTable::condition).toList(),
                rule.getOutputEntries().stream().map(CheckedTable::answer).toList());
    }

    private static FeelText condition(InputEntry entry) {
        return isFeel(entry.getExpressionLanguage())
                ? FeelReader.condition(text(entry.getText()))
                : FeelText.computed(text(entry.getText()));
    }

    private static FeelText answer(OutputEntry entry) {
        return isFeel(entry.getExpressionLanguage())
                ? FeelReader.expression(text(entry.getText()))
                : FeelText.computed(text(entry.getText()));
    }

    private static boolean isFeel(String language) {
        return language == null || language.strip().matches(FEEL);
    }

    private static String text(Text text) {
        return text == null || text.getTextContent() == null
                ? ""
                : text.getTextContent().strip();
    }

    /** Whether it is too large to be read. */
    boolean isTooLarge() {
        return size > rows.size();
    }

    /** The id of the decision. */
    String id() {
        return model.id();
    }

    /** What the module that asks it tells it and reads. */
    Optional<TableColumns> columns() {
        return own.map(TableRules::columns);
    }

    /** The rows as the rules of modules read them. */
    List<TableRules.Row> written() {
        return DecisionRows.of(model.decision().getDomElement());
    }

    /** The text of a row in an output column, empty where it has none. */
    Optional<FeelText> answer(Line row, String column) {
        for (int i = 0; i < Math.min(outputs.size(), row.answers().size()); i++) {
            if (outputs.get(i).name().equals(column)) {
                return Optional.of(row.answers().get(i));
            }
        }
        return Optional.empty();
    }

    Finding error(String rule, Object... details) {
        return Finding.error(rule, model.file(), id(), details);
    }

    Finding warning(String rule, Object... details) {
        return Finding.warning(rule, model.file(), id(), details);
    }

    /** The same, about one row: the element is the row's. */
    Finding error(Line row, String rule, Object... details) {
        return Finding.error(rule, model.file(), row.id() == null ? id() : row.id(), details)
                .atRow(row.number());
    }

    /** The same, about one row: the element is the row's. */
    Finding warning(Line row, String rule, Object... details) {
        return Finding.warning(rule, model.file(), row.id() == null ? id() : row.id(), details)
                .atRow(row.number());
    }
}
