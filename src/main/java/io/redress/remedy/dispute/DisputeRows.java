package io.redress.remedy.dispute;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.outside.payment.Dispute;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of the disputes that we know of. */
@Component
public class DisputeRows {

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

    /** A dispute as it was told last. */
    Optional<Dispute> dispute(String id) {
        return jdbc.sql("select * from redress.dispute where id = :id")
                .param("id", id)
                .query((row, index) -> dispute(row))
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

    /** The disputes that forbid to give one of the payments back, as far as we know, oldest first. */
    public List<String> inTheWay(List<String> payments) {
        return payments.isEmpty()
                ? List.of()
                : jdbc.sql("""
                                select id from redress.dispute
                                 where state in ('OPEN', 'LOST', 'PREVENTED') and payment_reference in (:payments)
                                 order by opened_at""").param("payments", payments).query(String.class).list();
    }

    public void leaveToBank(UUID remedy, String dispute) {
        jdbc.sql("insert into redress.refund_left_to_bank (remedy_id, dispute_id) values (:remedy, :dispute)")
                .param("remedy", remedy)
                .param("dispute", dispute)
                .update();
    }

    /** The cases of the refunds that were left to a dispute and that nobody has taken up. */
    List<CaseNumber> casesThatLeft(String dispute) {
        return jdbc.sql("""
                        select distinct r.case_number from redress.refund_left_to_bank l
                          join redress.remedy r on r.id = l.remedy_id
                         where l.dispute_id = :dispute and l.taken_up_at is null""")
                .param("dispute", dispute)
                .query((row, index) -> new CaseNumber(row.getString(1)))
                .list();
    }

    /** The refunds of a case that were left to the bank, which has left the money with us; each is told once. */
    public List<UUID> takeUp(CaseNumber caseNumber, Instant now) {
        return jdbc.sql("""
                        update redress.refund_left_to_bank l set taken_up_at = :now
                          from redress.remedy r, redress.dispute d
                         where r.id = l.remedy_id and r.case_number = :case and d.id = l.dispute_id
                           and d.state = 'WON' and l.taken_up_at is null
                        returning l.remedy_id""")
                .param("now", Timestamp.from(now))
                .param("case", caseNumber.value())
                .query((row, index) -> row.getObject(1, UUID.class))
                .list();
    }

    private static Dispute dispute(ResultSet row) throws SQLException {
        Timestamp dueAt = row.getTimestamp("evidence_due_at");
        return new Dispute(
                row.getString("id"),
                row.getString("payment_reference"),
                row.getString("charge"),
                Money.of(CurrencyUnit.of(row.getString("currency")), row.getBigDecimal("amount")),
                row.getString("reason"),
                Dispute.State.valueOf(row.getString("state")),
                dueAt == null ? null : dueAt.toInstant(),
                row.getTimestamp("opened_at").toInstant());
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(
                Dispute.State.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("case_number")).map(CaseNumber::new),
                row.getTimestamp("asked_at").toInstant());
    }
}
