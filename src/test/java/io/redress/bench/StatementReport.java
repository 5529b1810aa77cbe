package io.redress.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Where a side's calls of the database go: its statements and tables, for each case. */
final class StatementReport {

    private static final int TOP = 25;
    private static final int LONGEST = 180;

    private final String side;
    private final double cases;
    private final Collection<Statement> statements;
    private final EarlierRun earlier;

    StatementReport(String side, List<Slice> slices, EarlierRun earlier) {
        this.side = side;
        this.earlier = earlier;
        this.cases = slices.stream().mapToInt(Slice::cases).sum();
        Map<String, Statement> byShape = new LinkedHashMap<>();
        for (Slice slice : slices) {
            slice.usage()
                    .statements()
                    .forEach(statement -> byShape.merge(statement.shape(), statement, Statement::plus));
        }
        this.statements = byShape.values().stream()
                .map(statement -> statement.each(cases))
                .toList();
    }

    String markdown() {
        var lines = new ArrayList<String>();
        lines.add("# Statements of " + side);
        lines.add("");
        lines.add("Of %s cases; calls, rows, milliseconds in the database and KB of WAL for each case. %s calls in all."
                .formatted(Results.inWords(cases), number(sum(statements).calls())));
        lines.addAll(kinds());
        lines.addAll(changes());
        lines.addAll(top("The " + TOP + " most often called", Comparator.comparingDouble(Statement::calls)));
        lines.addAll(top("The " + TOP + " that take longest", Comparator.comparingDouble(Statement::millis)));
        lines.addAll(tables());
        return String.join("\n", lines) + "\n";
    }

    /** All statements in full, most calls first, to compare two runs. */
    String csv() {
        var lines = new ArrayList<String>();
        lines.add("kind,table,calls,rows,ms,wal_kb,statement");
        statements.stream()
                .sorted(Comparator.comparingDouble(Statement::calls).reversed())
                .forEach(statement -> lines.add(String.format(
                        Locale.ROOT,
                        "%s,%s,%.4f,%.4f,%.4f,%.4f,\"%s\"",
                        statement.kind().name().toLowerCase(Locale.ROOT),
                        statement.table(),
                        statement.calls(),
                        statement.rows(),
                        statement.millis(),
                        statement.walBytes() / 1024,
                        statement.shape().replace("\"", "\"\""))));
        return String.join("\n", lines) + "\n";
    }

    private List<String> kinds() {
        var lines = heading("By kind", "kind | statements | calls | rows | ms | WAL KB", 5);
        for (Statement.Kind kind : Statement.Kind.values()) {
            List<Statement> some =
                    statements.stream().filter(one -> one.kind() == kind).toList();
            lines.add("| %s | %d | %s |".formatted(kind.name().toLowerCase(Locale.ROOT), some.size(), sums(some)));
        }
        return lines;
    }

    /** Those whose calls have changed most since an earlier run. */
    private List<String> changes() {
        if (!earlier.isKnown()) {
            return List.of();
        }
        Map<String, Double> now = new LinkedHashMap<>();
        earlier.shapes().forEach(shape -> now.put(shape, 0.0));
        statements.forEach(one -> now.put(one.shape(), one.calls()));
        var lines = new ArrayList<>(List.of("", "## The " + TOP + " that have changed most", ""));
        lines.add("| change | calls before | calls now | statement |");
        lines.add("|--:|--:|--:|---|");
        now.entrySet().stream()
                .filter(one -> change(one) != 0)
                .sorted(Comparator.comparingDouble((Map.Entry<String, Double> one) -> Math.abs(change(one)))
                        .reversed())
                .limit(TOP)
                .forEach(one -> lines.add("| %s | %s | %s | `%s` |"
                        .formatted(
                                String.format(Locale.ROOT, "%+.2f", change(one)),
                                number(earlier.calls(one.getKey())),
                                number(one.getValue()),
                                shortened(one.getKey()))));
        return lines;
    }

    private double change(Map.Entry<String, Double> now) {
        return now.getValue() - earlier.calls(now.getKey());
    }

    private List<String> top(String heading, Comparator<Statement> by) {
        var lines = new ArrayList<>(List.of("", "## " + heading, ""));
        lines.add("| calls | rows | ms | WAL KB | statement |");
        lines.add("|--:|--:|--:|--:|---|");
        statements.stream()
                .sorted(by.reversed())
                .limit(TOP)
                .forEach(one -> lines.add("| %s | `%s` |".formatted(sums(List.of(one)), shortened(one.shape()))));
        return lines;
    }

    private List<String> tables() {
        Map<String, List<Statement>> byTable = new LinkedHashMap<>();
        statements.stream().filter(one -> one.kind() != Statement.Kind.OTHER).forEach(one -> byTable.computeIfAbsent(
                        one.table(), table -> new ArrayList<>())
                .add(one));
        var lines = heading("By table", "table | writes | reads | rows | ms | WAL KB", 5);
        byTable.entrySet().stream()
                .sorted(Comparator.comparingDouble((Map.Entry<String, List<Statement>> table) ->
                                sum(table.getValue()).calls())
                        .reversed())
                .forEach(table -> {
                    Statement all = sum(table.getValue());
                    double writes = sum(table.getValue().stream()
                                    .filter(one -> one.kind() == Statement.Kind.WRITE)
                                    .toList())
                            .calls();
                    lines.add("| %s | %s | %s | %s | %s | %s |"
                            .formatted(
                                    table.getKey(),
                                    number(writes),
                                    number(all.calls() - writes),
                                    number(all.rows()),
                                    number(all.millis()),
                                    number(all.walBytes() / 1024)));
                });
        return lines;
    }

    private static List<String> heading(String heading, String columns, int numbers) {
        return new ArrayList<>(
                List.of("", "## " + heading, "", "| " + columns + " |", "|---|" + "--:|".repeat(numbers)));
    }

    private static String sums(Collection<Statement> some) {
        Statement all = sum(some);
        return "%s | %s | %s | %s"
                .formatted(
                        number(all.calls()), number(all.rows()), number(all.millis()), number(all.walBytes() / 1024));
    }

    private static Statement sum(Collection<Statement> some) {
        return some.stream().reduce(new Statement("", 0, 0, 0, 0), Statement::plus);
    }

    /** Which columns matters less than which table, and by what. */
    private static String shortened(String shape) {
        String plain = shape.replaceAll(
                        "(?i)^select (?!count|sum|max|min|pg_)(?:(?! from ).){40,}? from ", "select … from ")
                .replaceAll("(?i)^(insert into [\\w.\"]+) ?\\([^)]*\\)", "$1 (…)")
                .replace("|", "¦")
                .replace("`", "'");
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST - 1) + "…";
    }

    private static String number(double figure) {
        return String.format(Locale.ROOT, "%.2f", figure);
    }
}
