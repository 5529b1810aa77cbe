package io.redress.redesign.mutant;

import io.redress.redesign.model.ModelFile;
import io.redress.redesign.mutant.Mutant.Operator;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every slip of a kind in a decision table, one at a time, made in its text. */
final class TableMutants {

    private static final Pattern ROW = Pattern.compile("\\s*<rule id=\"[^\"]+\">.*?</rule>", Pattern.DOTALL);
    private static final Pattern CONDITION =
            Pattern.compile("<inputEntry [^>]*>\\s*<text>(.*?)</text>", Pattern.DOTALL);
    private static final Pattern ANSWER = Pattern.compile("<outputEntry [^>]*>\\s*<text>(.*?)</text>", Pattern.DOTALL);
    private static final Pattern ASKED =
            Pattern.compile("<inputExpression [^>]*>\\s*<text>(.*?)</text>", Pattern.DOTALL);
    private static final Pattern OUTPUT = Pattern.compile("<output [^>]*?name=\"([^\"]+)\"");
    private static final Pattern WORD = Pattern.compile("\"([^\"]+)\"");

    private static final Map<String, String> TURNED =
            Map.of("&lt;= ", "&lt; ", "&lt; ", "&lt;= ", "&gt;= ", "&gt; ", "&gt; ", "&gt;= ", "]", "[", "[", "]");

    private static final List<String> POLICIES = List.of("UNIQUE", "FIRST", "ANY", "RULE ORDER", "COLLECT");

    /** A cell: where its text stands, in which row from 1, and under which column. */
    private record Cell(int start, int end, String text, int row, String column) {}

    private final ModelFile file;
    private final String text;
    private final List<Mutant> mutants = new ArrayList<>();

    private TableMutants(ModelFile file) {
        this.file = file;
        this.text = file.text();
    }

    static List<Mutant> of(ModelFile file) {
        TableMutants all = new TableMutants(file);
        List<MatchResult> rows = ROW.matcher(all.text).results().toList();
        all.rows(rows);
        List<Cell> conditions = all.cells(rows, CONDITION, all.names(ASKED));
        conditions.forEach(cell -> all.condition(cell, others(conditions, cell)));
        List<Cell> answers = all.cells(rows, ANSWER, all.names(OUTPUT));
        answers.forEach(cell -> all.answer(cell, others(answers, cell)));
        all.swapped(answers);
        all.names(ASKED).forEach(name -> all.add(Operator.COLUMN_RENAMED, name.text(), name, name.text() + "x"));
        all.names(OUTPUT).forEach(name -> all.add(Operator.OUTPUT_RENAMED, name.text(), name, name.text() + "x"));
        all.whole();
        return all.mutants;
    }

    private List<Cell> names(Pattern pattern) {
        return pattern.matcher(text)
                .results()
                .map(found -> new Cell(found.start(1), found.end(1), found.group(1), 0, found.group(1)))
                .toList();
    }

    private List<Cell> cells(List<MatchResult> rows, Pattern pattern, List<Cell> columns) {
        List<Cell> cells = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            Matcher cell = pattern.matcher(text)
                    .region(rows.get(row).start(), rows.get(row).end());
            for (int column = 0; cell.find(); column++) {
                cells.add(new Cell(
                        cell.start(1),
                        cell.end(1),
                        cell.group(1),
                        row + 1,
                        columns.get(column).text()));
            }
        }
        return cells;
    }

    /** A text of the same column in another row that says something else and is as simple; empty where none is. */
    private static Optional<String> others(List<Cell> cells, Cell cell) {
        return cells.stream()
                .filter(other -> other.column().equals(cell.column()))
                .map(Cell::text)
                .filter(other -> other.matches("\"[^\"]+\"") && !other.equals(cell.text()))
                .findFirst();
    }

    private void rows(List<MatchResult> rows) {
        for (int i = 0; i < rows.size(); i++) {
            MatchResult row = rows.get(i);
            String what = "row " + (i + 1);
            add(Operator.ROW_DROPPED, what, text.substring(0, row.start()) + text.substring(row.end()));
            String copy = row.group().replaceAll(" id=\"([^\"]+)\"", " id=\"$1_twice\"");
            add(Operator.ROW_DOUBLED, what, text.substring(0, row.end()) + copy + text.substring(row.end()));
            if (i > 0) {
                MatchResult above = rows.get(i - 1);
                add(
                        Operator.ROWS_SWAPPED,
                        what,
                        text.substring(0, above.start()) + row.group() + above.group() + text.substring(row.end()));
            }
        }
    }

    private void condition(Cell cell, Optional<String> other) {
        if (cell.text().isEmpty()) {
            return;
        }
        change(Operator.CONDITION_BLANKED, cell, "");
        if (WORD.matcher(cell.text()).find()) {
            change(Operator.CONDITION_SLIPPED, cell, WORD.matcher(cell.text()).replaceFirst("\"$1x\""));
            other.ifPresent(word -> change(Operator.CONDITION_REPLACED, cell, word));
        }
        Matcher number = Pattern.compile("\\d+").matcher(cell.text());
        while (number.find()) {
            String more = String.valueOf(Integer.parseInt(number.group()) + 1);
            change(
                    Operator.NUMBER_SHIFTED,
                    cell,
                    cell.text().substring(0, number.start())
                            + more
                            + cell.text().substring(number.end()));
        }
        Matcher sign = Pattern.compile("&[lg]t;=? |[\\[\\]]").matcher(cell.text());
        while (sign.find()) {
            change(
                    Operator.COMPARISON_TURNED,
                    cell,
                    cell.text().substring(0, sign.start())
                            + TURNED.get(sign.group())
                            + cell.text().substring(sign.end()));
        }
    }

    private void answer(Cell cell, Optional<String> other) {
        if (!cell.text().isEmpty()) {
            change(Operator.ANSWER_BLANKED, cell, "");
        }
        if (cell.text().matches("\"[^\"]+\"")) {
            // A sentence may say anything.
            if (!cell.text().contains(" ")) {
                change(Operator.ANSWER_SLIPPED, cell, WORD.matcher(cell.text()).replaceFirst("\"$1x\""));
            }
            other.ifPresent(word -> change(Operator.ANSWER_REPLACED, cell, word));
        } else if (cell.text().matches("\\d+")) {
            change(Operator.ANSWER_RAISED, cell, cell.text() + "0");
        } else if (cell.text().matches("true|false")) {
            change(Operator.ANSWER_REPLACED, cell, String.valueOf(cell.text().equals("false")));
        }
    }

    private void swapped(List<Cell> answers) {
        for (int i = 1; i < answers.size(); i++) {
            Cell left = answers.get(i - 1);
            Cell right = answers.get(i);
            if (left.row() == right.row()) {
                add(
                        Operator.ANSWERS_SWAPPED,
                        "row %d, %s and %s".formatted(left.row(), left.column(), right.column()),
                        text.substring(0, left.start())
                                + right.text()
                                + text.substring(left.end(), right.start())
                                + left.text()
                                + text.substring(right.end()));
            }
        }
    }

    private void whole() {
        Matcher policy = Pattern.compile(" hitPolicy=\"([^\"]+)\"").matcher(text);
        while (policy.find()) {
            POLICIES.stream()
                    .filter(other -> !other.equals(policy.group(1)))
                    .forEach(other -> add(
                            Operator.POLICY_CHANGED,
                            policy.group(1) + " to " + other,
                            text.substring(0, policy.start(1)) + other + text.substring(policy.end(1))));
        }
        Matcher decision = Pattern.compile("<decision id=\"([^\"]+)\"").matcher(text);
        while (decision.find()) {
            add(
                    Operator.DECISION_RENAMED,
                    decision.group(1),
                    text.substring(0, decision.end(1)) + "Next" + text.substring(decision.end(1)));
        }
    }

    private void change(Operator operator, Cell cell, String by) {
        add(
                operator,
                "row %d, %s: %s becomes %s"
                        .formatted(cell.row(), cell.column(), cell.text(), by.isEmpty() ? "nothing" : by),
                cell,
                by);
    }

    private void add(Operator operator, String what, Cell place, String by) {
        add(operator, what, text.substring(0, place.start()) + by + text.substring(place.end()));
    }

    private void add(Operator operator, String what, String mutated) {
        mutants.add(new Mutant(operator, what, new ModelFile(file.name(), mutated.getBytes(StandardCharsets.UTF_8))));
    }
}
