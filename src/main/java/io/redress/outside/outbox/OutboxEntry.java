package io.redress.outside.outbox;

import io.redress.complaint.timeline.CaseNumber;
import java.util.UUID;

/**
 * One event that leaves to a destination.
 *
 * @param id the same over all attempts; the destination takes each once
 * @param caseNumber of the case whose entries leave one after the other
 * @param type what happened, such as {@code remedy.settled}
 * @param body as it is sent, to the letter
 */
public record OutboxEntry(UUID id, CaseNumber caseNumber, String type, String body) {}
