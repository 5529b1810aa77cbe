package io.redress.complaint.timeline;

import java.time.Instant;
import java.util.Optional;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** A row of the timeline as it is stored, whatever its kind. */
@Table("timeline_entry")
record TimelineRow(
        @Id Long id, String caseNumber, Instant at, String actor, String onBehalfOf, String kind, String text) {

    /** The entry it is; empty where its kind is listed nowhere. */
    Optional<TimelineEntry> entry() {
        return TimelineKind.of(kind)
                .map(listed -> new TimelineEntry(id, caseNumber, at, actor, onBehalfOf, listed, text));
    }
}
