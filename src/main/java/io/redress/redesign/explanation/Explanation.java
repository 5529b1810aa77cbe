package io.redress.redesign.explanation;

import java.util.List;

/**
 * Why a case stands where it does.
 *
 * @param automatic whether evidence alone decided, without a person's verdict
 * @param facts by which the tables answered, in the order in which they were asked
 * @param rules the rows that fired, in the same order
 * @param changes each one fact that would have led to another outcome; empty where no single one would
 */
public record Explanation(boolean automatic, List<Fact> facts, List<Rule> rules, List<Change> changes) {

    /** Nothing has been decided by a table yet. */
    static final Explanation NOTHING_YET = new Explanation(false, List.of(), List.of(), List.of());

    /** A fact in the words of the tables. */
    public record Fact(String name, String value) {}

    /**
     * A row that fired.
     *
     * @param table the id of the decision
     * @param version its version in the engine
     * @param row its place in the table from 1; {@code null} where that version is no longer there
     * @param sentence what its author says of it
     */
    public record Rule(String table, int version, Integer row, String sentence) {}

    /**
     * One fact that would have led to another outcome.
     *
     * @param outcome an outcome of {@code remedy.dmn}, or {@code person} where a person would have decided
     */
    public record Change(String fact, String from, String to, String outcome) {}
}
