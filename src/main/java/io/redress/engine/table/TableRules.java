package io.redress.engine.table;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a module knows of the decision table that it asks: what it tells it, what it reads from its answer, and rules of
 * its own, to be met before the live system may use a table.
 */
public interface TableRules {

    /** The id of the decision that it judges. */
    String decision();

    /** What the table is told and asked for. */
    TableColumns columns();

    /** What is wrong by the module's own rules; empty where the table can be followed. */
    default List<Problem> problems(List<Row> rows) {
        return List.of();
    }

    /**
     * Something that is wrong.
     *
     * @param row where; empty where it is about the whole table
     * @param rule the name of the rule that is broken
     * @param details what its sentences say in particular, in their order
     */
    record Problem(Optional<Row> row, String rule, List<Object> details) {

        /** About a whole table. */
        public static Problem ofTable(String rule, Object... details) {
            return new Problem(Optional.empty(), rule, texts(details));
        }

        private static List<Object> texts(Object... details) {
            return Arrays.stream(details)
                    .map(String::valueOf)
                    .map(Object.class::cast)
                    .toList();
        }
    }

    /**
     * One row as its author wrote it.
     *
     * @param number from 1, as a reader of the table counts
     * @param description the author's annotation, may be empty
     * @param inputs the conditions by the expression of their column; empty where any value fits
     * @param outputs the results by the name of their column, as written: a text is within quotation marks
     */
    record Row(int number, String description, Map<String, String> inputs, Map<String, String> outputs) {

        /** The plain text of a result, {@code null} where it is not one text within quotation marks. */
        public String text(String column) {
            String written = outputs.getOrDefault(column, "");
            boolean plain = written.length() >= 2 && written.startsWith("\"") && written.endsWith("\"");
            String inner = plain ? written.substring(1, written.length() - 1) : "";
            return plain && !inner.contains("\"") ? inner : null;
        }

        /** The plain text of a condition on one value, {@code null} where it is anything else. */
        public String condition(String column) {
            return new Row(number, description, Map.of(), inputs).text(column);
        }

        /** Whether only these columns decide if the row matches, since all others accept any value. */
        public boolean fitsAllBut(String... columns) {
            return inputs.entrySet().stream()
                    .filter(input -> !List.of(columns).contains(input.getKey()))
                    .allMatch(input ->
                            input.getValue().isEmpty() || input.getValue().equals("-"));
        }

        /** A problem with this row, unless the row is right. */
        public Optional<Problem> unless(boolean well, String rule, Object... details) {
            return well ? Optional.empty() : Optional.of(says(rule, details));
        }

        /** A problem with this row. */
        public Problem says(String rule, Object... details) {
            return new Problem(Optional.of(this), rule, Problem.texts(details));
        }
    }
}
