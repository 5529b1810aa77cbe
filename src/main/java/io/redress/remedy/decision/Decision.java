package io.redress.remedy.decision;

import io.redress.complaint.file.Outcome;
import java.time.Instant;
import java.util.Optional;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * The decision on a complaint.
 *
 * @param basis the word for what evidence alone proved, empty where a person decided
 * @param reason a person's own words, which the customer reads as they are, or the table's reason in English
 * @param tableReason a {@link TableReason}, {@code null} where a person gave the reason
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
        String tableReason,
        String decidedBy,
        Instant decidedAt) {

    /** Why the table decides so; empty where a person gave the reason. */
    public Optional<TableReason> fromTable() {
        return Optional.ofNullable(tableReason).map(TableReason::new);
    }

    /** The reason that a person gave; empty where the table did. */
    public Optional<String> ownWords() {
        return tableReason == null ? Optional.of(reason) : Optional.empty();
    }
}
