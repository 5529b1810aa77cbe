package io.redress.remedy;

import java.time.Instant;

/**
 * That somebody approves in an absent person's place.
 *
 * @param person whose authority is lent
 * @param deputy who may use it, for approvals only
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
        return endedAt == null && !now.isBefore(from) && now.isBefore(until);
    }
}
