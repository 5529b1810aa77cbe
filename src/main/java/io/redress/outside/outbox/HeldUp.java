package io.redress.outside.outbox;

import io.redress.complaint.timeline.CaseNumber;
import java.time.Instant;

/**
 * The event that something has been waiting to leave for so long that a person should know; once a day for each
 * destination. It is published in the transaction that notes it.
 *
 * @param destination by its name
 * @param title of the destination, in the middle of an English sentence
 * @param waiting how many events wait
 * @param first the case whose event waits longest
 * @param since when that event was written down
 * @param problem why it was not taken, {@code null} where it was not tried
 */
public record HeldUp(String destination, String title, long waiting, CaseNumber first, Instant since, String problem) {}
