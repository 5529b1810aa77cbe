package io.redress.redesign.whatif;

/**
 * A part of a table's answer that would be another.
 *
 * @param table the id of the decision
 * @param what the output, such as {@code percent}; of a table that answers with several rows also of which, such as
 *     {@code resolution: budget}
 * @param old what it was, empty for nothing
 * @param now what it would be, empty for nothing
 */
public record AnswerChange(String table, String what, String old, String now) {

    /** Whether only words would be others, such as the reason that is told. */
    boolean isWording() {
        return what.equals("reason") || what.endsWith("source");
    }
}
