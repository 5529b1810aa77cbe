package io.redress.people.absence;

import java.time.Instant;

/**
 * The arrangement that somebody does an absent person's work.
 *
 * @param person who is away, and whose authority is lent
 * @param deputy whose their work becomes, and who may use that authority, for approvals only
 * @param from the first instant
 * @param until the first instant at which it is over
 * @param reason {@code null} where none was given
 * @param setBy who arranged it
 * @param endedBy who ended it early, {@code null} where nobody did
 */
public record Deputyship(
        long id,
        String person,
        String deputy,
        Instant from,
        Instant until,
        String reason,
        String setBy,
        Instant setAt,
        String endedBy,
        Instant endedAt) {

    boolean isActive(Instant now) {
        return !isOver(now) && !now.isBefore(from);
    }

    boolean isOver(Instant now) {
        return endedAt != null || !now.isBefore(until);
    }
}
