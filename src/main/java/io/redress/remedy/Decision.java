package io.redress.remedy;

import io.redress.complaint.Outcome;
import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * How a complaint was decided.
 *
 * @param basis the word for what evidence alone proved, empty where a person decided
 * @param reason what the customer is told: a person's own words, or a key of the letters' texts where the table decided
 * @param decidedBy a user id, or {@code redress}
 */
@Table("decision")
public record Decision(
        @Id Long id,
        String caseNumber,
        int round,
        Outcome outcome,
        String basis,
        String reason,
        String decidedBy,
        Instant decidedAt) {

    /** Whether evidence alone decided. */
    public boolean isAutomatic() {
        return !basis.isEmpty();
    }
}
