package io.redress.engine.migration;

import java.time.Instant;

/**
 * A timer that runs.
 *
 * @param jobId the engine's id, which it keeps for as long as it is the same timer
 * @param elementId the id of its event in the diagram by which its process runs now
 * @param element the label of that event, its id where it has none
 * @param question what its diagram says of when it is due, such as {@code DURATION: P2D}
 * @param dueAt when it is due
 */
public record OpenTimer(String jobId, String elementId, String element, String question, Instant dueAt) {}
