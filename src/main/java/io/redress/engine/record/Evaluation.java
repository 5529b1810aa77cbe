package io.redress.engine.record;

import java.util.List;
import java.util.Map;

/**
 * One evaluation of a decision table.
 *
 * @param table the id of the decision
 * @param version its version in the engine
 * @param facts everything that the table was told and everything else that it asked for, by name; enough to ask it again
 * @param rows the rows that fired, in the table's order
 */
public record Evaluation(String table, int version, Map<String, Object> facts, List<FiredRow> rows) {

    /**
     * A row that fired.
     *
     * @param id the id of the rule in the table's file
     * @param outputs its results by the name of their column
     */
    public record FiredRow(String id, Map<String, Object> outputs) {}
}
