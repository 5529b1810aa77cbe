package io.redress.redesign.difference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;

/**
 * A decision table as it is compared.
 *
 * @param columns by what they ask for or answer, from left to right
 * @param rows from top to bottom
 */
record DecisionTable(String hitPolicy, Map<String, Column> columns, List<Row> rows) {

    private static final String NOTE = "note";

    /**
     * A column.
     *
     * @param label as people read it
     */
    record Column(String id, String label, Map<String, String> said) {}

    /**
     * A row.
     *
     * @param number from 1
     * @param cells by column, the empty ones too
     */
    record Row(String id, int number, Map<String, String> cells) {}

    static DecisionTable of(Element decision) {
        Element table = Xml.children(decision, "decisionTable").findFirst().orElse(null);
        if (table == null) {
            return new DecisionTable("", Map.of(), List.of());
        }
        Map<String, Column> columns = new LinkedHashMap<>();
        Xml.children(table, "input").forEach(input -> add(columns, "in ", asked(input), input));
        Xml.children(table, "output").forEach(output -> add(columns, "out ", output.getAttribute("name"), output));
        List<String> keys = List.copyOf(columns.keySet());
        List<Row> rows = new ArrayList<>();
        Xml.children(table, "rule").forEach(rule -> rows.add(row(rule, rows.size() + 1, keys)));
        String policy = table.getAttribute("hitPolicy").isBlank() ? "UNIQUE" : table.getAttribute("hitPolicy");
        return new DecisionTable(policy, columns, rows);
    }

    private static String asked(Element input) {
        return Xml.children(input, "inputExpression")
                .flatMap(expression -> Xml.children(expression, "text"))
                .map(Xml::text)
                .findFirst()
                .orElse("");
    }

    private static void add(Map<String, Column> columns, String side, String key, Element column) {
        String label = column.getAttribute("label").isBlank() ? key : column.getAttribute("label");
        String free = side + key;
        while (columns.containsKey(free)) {
            free += "'";
        }
        columns.put(free, new Column(column.getAttribute("id"), label, Said.of(column, child -> false, Map.of())));
    }

    private static Row row(Element rule, int number, List<String> keys) {
        List<String> texts = Xml.children(rule)
                .filter(cell -> Set.of("inputEntry", "outputEntry").contains(cell.getLocalName()))
                .map(cell ->
                        Xml.children(cell, "text").map(Xml::text).findFirst().orElse("")
                                + (cell.getAttribute("expressionLanguage").isBlank()
                                        ? ""
                                        : " (" + cell.getAttribute("expressionLanguage") + ")"))
                .toList();
        Map<String, String> cells = new LinkedHashMap<>();
        for (int at = 0; at < keys.size(); at++) {
            cells.put(keys.get(at), at < texts.size() ? texts.get(at) : "");
        }
        String note =
                Xml.children(rule, "description").map(Xml::text).findFirst().orElse("");
        cells.put(NOTE, note);
        return new Row(rule.getAttribute("id"), number, cells);
    }

    /** The cells of a row that say something, by the labels of their columns. */
    Map<String, String> shown(Row row) {
        Map<String, String> shown = new LinkedHashMap<>();
        row.cells().forEach((key, text) -> {
            if (!text.isEmpty()) {
                String label = key.equals(NOTE) ? NOTE : columns.get(key).label();
                shown.merge(label, text, (one, other) -> one + "; " + other);
            }
        });
        return shown;
    }
}
