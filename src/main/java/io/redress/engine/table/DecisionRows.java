package io.redress.engine.table;

import io.redress.engine.table.TableRules.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.model.xml.instance.DomElement;

/** The rows of a decision table as its author wrote them. */
public final class DecisionRows {

    private DecisionRows() {}

    /** The rows of a decision, none where it is no table. */
    public static List<Row> of(DomElement decision) {
        return children(decision, "decisionTable")
                .findFirst()
                .map(DecisionRows::rows)
                .orElse(List.of());
    }

    private static List<Row> rows(DomElement table) {
        List<String> inputs = children(table, "input")
                .map(input -> children(input, "inputExpression")
                        .findFirst()
                        .map(DecisionRows::text)
                        .orElse(""))
                .toList();
        List<String> outputs = children(table, "output")
                .map(output -> String.valueOf(output.getAttribute("name")))
                .toList();
        List<Row> rows = new ArrayList<>();
        children(table, "rule")
                .forEach(rule -> rows.add(new Row(
                        rows.size() + 1,
                        children(rule, "description")
                                .findFirst()
                                .map(it -> it.getTextContent().strip())
                                .orElse(""),
                        entries(
                                inputs,
                                children(rule, "inputEntry")
                                        .map(DecisionRows::text)
                                        .toList()),
                        entries(
                                outputs,
                                children(rule, "outputEntry")
                                        .map(DecisionRows::text)
                                        .toList()))));
        return rows;
    }

    private static Map<String, String> entries(List<String> columns, List<String> texts) {
        Map<String, String> entries = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(columns.size(), texts.size()); i++) {
            entries.put(columns.get(i), texts.get(i));
        }
        return entries;
    }

    private static String text(DomElement element) {
        return children(element, "text")
                .findFirst()
                .map(it -> it.getTextContent().strip())
                .orElse("");
    }

    private static Stream<DomElement> children(DomElement element, String name) {
        return element.getChildElements().stream()
                .filter(child -> child.getLocalName().equals(name));
    }
}
