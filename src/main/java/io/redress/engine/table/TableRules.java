package io.redress.engine.table;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules that a module sets for its own decision table, to be met before the live system may use it. */
public interface TableRules {

    /** The id of the decision that it judges. */
    String decision();

    /** What is wrong, each sentence beginning with the row that it is about; empty where the table can be followed. */
    List<String> problems(List<Row> rows);

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

        /** A sentence about this row, unless the row is right. */
        public Optional<String> unless(boolean well, String sentence, Object... values) {
            return well ? Optional.empty() : Optional.of(says(sentence, values));
        }

        /** A sentence about this row. */
        public String says(String sentence, Object... values) {
            String name = description.isEmpty() ? "" : " (" + description + ")";
            return "row " + number + name + ": " + sentence.formatted(values);
        }
    }
}
