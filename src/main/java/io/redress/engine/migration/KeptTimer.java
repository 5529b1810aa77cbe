package io.redress.engine.migration;

/**
 * What becomes of a timer by a move.
 *
 * @param before as it ran before, {@code null} where it is new
 * @param after as it runs afterwards, {@code null} where it has gone; one that is drawn anew is due when the one was due
 *     whose place it took
 */
public record KeptTimer(OpenTimer before, OpenTimer after) {}
