package io.redress.complaint.timeline;

import java.time.Instant;

/**
 * A single thing that happened in a case.
 *
 * @param actor a user id, {@code customer}, or {@code redress} for the engine itself
 * @param onBehalfOf for whom the actor did it, such as {@code customer} where staff pass on; {@code null} for
 *     themselves
 * @param kind what kind of thing, which says also who may read of it
 * @param text for whoever may read it; nothing is decided by it
 */
public record TimelineEntry(
        Long id, String caseNumber, Instant at, String actor, String onBehalfOf, TimelineKind kind, String text) {

    /** The actor of everything nobody did by hand. */
    public static final String ENGINE = "redress";

    /** The actor of what the complainant did. */
    public static final String CUSTOMER = "customer";
}
