package io.redress.complaint.timeline;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A single thing that happened in a case.
 *
 * @param actor a user id, {@code customer}, or {@code redress} for the engine itself
 * @param onBehalfOf for whom the actor did it, such as {@code customer} where staff pass on; {@code null} for
 *     themselves
 * @param kind a word for what kind of thing, such as {@code registered} or {@code refund_sent}
 */
@Table("timeline_entry")
public record TimelineEntry(
        @Id Long id, String caseNumber, Instant at, String actor, String onBehalfOf, String kind, String text) {

    /** The actor of everything nobody did by hand. */
    public static final String ENGINE = "redress";

    /** The actor of what the complainant did. */
    public static final String CUSTOMER = "customer";
}
