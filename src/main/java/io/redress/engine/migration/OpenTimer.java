package io.redress.engine.migration;

import java.time.Instant;

/**
 * A timer that runs.
 *
 * @param event the id of its event in the diagram by which its process runs
 * @param label the label of that event, its id where it has none
 * @param question what its diagram says of when it is due, such as {@code DURATION: P2D}
 * @param dueAt when it is due
 */
public record OpenTimer(String event, String label, String question, Instant dueAt) {

    /** The same, due at another time. */
    OpenTimer dueAt(Instant instant) {
        return new OpenTimer(event, label, question, instant);
    }
}
