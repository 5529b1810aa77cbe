package io.redress.remedy;

import io.redress.complaint.CaseNumber;
import io.redress.payment.Dispute;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The disputes that we know of. */
@Component
class DisputeRows {

    private final JdbcClient jdbc;

    DisputeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param askedAt when the provider said so */
    record Known(Dispute.State state, Optional<CaseNumber> caseNumber, Instant askedAt) {}

    Optional<Known> find(String id) {
        return jdbc.sql("select state, case_number, asked_at from redress.dispute where id = :id")
                .param("id", id)
                .query((row, index) -> known(row))
                .optional();
    }

    void keep(Dispute dispute, String caseNumber, Instant askedAt) {
        jdbc.sql("""
                        insert into redress.dispute (id, payment_reference, charge, currency, amount, reason, state,
                          evidence_due_at, opened_at, case_number, asked_at)
                        values (:id, :payment, :charge, :currency, :amount, :reason, :state,
                          :dueAt, :openedAt, :caseNumber, :askedAt)
                        on conflict (id) do update set state = excluded.state, reason = excluded.reason,
                          amount = excluded.amount, evidence_due_at = excluded.evidence_due_at,
                          case_number = excluded.case_number, asked_at = excluded.asked_at""")
                .param("id", dispute.id())
                .param("payment", dispute.paymentReference())
                .param("charge", dispute.charge())
                .param("currency", dispute.amount().getCurrencyUnit().getCode())
                .param("amount", dispute.amount().getAmount())
                .param("reason", dispute.reason())
                .param("state", dispute.state().name())
                .param("dueAt", dispute.evidenceDueAt() == null ? null : Timestamp.from(dispute.evidenceDueAt()))
                .param("openedAt", Timestamp.from(dispute.openedAt()))
                .param("caseNumber", caseNumber)
                .param("askedAt", Timestamp.from(askedAt))
                .update();
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(
                Dispute.State.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("case_number")).map(CaseNumber::new),
                row.getTimestamp("asked_at").toInstant());
    }
}
