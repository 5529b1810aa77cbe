package io.redress.remedy.returns;

import io.redress.complaint.file.Complaint;
import io.redress.outside.logistics.Shipping.LabelRefund;
import io.redress.remedy.returns.GoodsReturn.Condition;
import io.redress.remedy.returns.GoodsReturn.Status;
import io.redress.remedy.returns.GoodsReturn.Way;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The SQL that changes returns. */
@Component
class GoodsReturnRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    GoodsReturnRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Plans the return of a round, or plans it anew. @return its id, which is that of one that has begun already */
    UUID plan(Complaint complaint, boolean collection, Way way) {
        jdbc.sql("""
                        insert into redress.goods_return
                          (id, case_number, round, collection, way, status, created_at, changed_at)
                        values (:id, :caseNumber, :round, :collection, :way, 'PLANNED', :now, :now)
                        on conflict (case_number, round) do update
                          set collection = :collection, way = :way, changed_at = :now
                        where goods_return.status = 'PLANNED'""")
                .param("id", UUID.randomUUID())
                .param("caseNumber", complaint.number().value())
                .param("round", complaint.round())
                .param("collection", collection)
                .param("way", way.name())
                .param("now", time(clock.instant()))
                .update();
        return ofRound(complaint).orElseThrow();
    }

    /** Forgets a return that was planned. */
    void unplan(UUID id) {
        jdbc.sql("delete from redress.goods_return where id = :id and status = 'PLANNED'")
                .param("id", id)
                .update();
    }

    /** The return of the case's present round. */
    Optional<UUID> ofRound(Complaint complaint) {
        return jdbc.sql("select id from redress.goods_return where case_number = :case and round = :round")
                .param("case", complaint.number().value())
                .param("round", complaint.round())
                .query(UUID.class)
                .optional();
    }

    /** @return whether it was only planned before */
    boolean begin(UUID id) {
        return set(id, "status = 'DUE'", "and status = 'PLANNED'").update() > 0;
    }

    /** @return whether it was not known before */
    boolean sent(UUID id) {
        return set(id, "sent_at = :now", "and sent_at is null").update() > 0;
    }

    void bought(UUID id, String trackingCode, String labelUrl) {
        set(id, "tracking_code = :code, label_url = :url")
                .param("code", trackingCode)
                .param("url", labelUrl)
                .update();
    }

    void pickedUp(UUID id, String confirmation, Instant from, Instant to) {
        set(id, "confirmation = :confirmation, pick_up_from = :from, pick_up_to = :to")
                .param("confirmation", confirmation)
                .param("from", time(from))
                .param("to", time(to))
                .update();
    }

    void awaited(UUID id, Way way, Instant remindAt, Instant expectedBy) {
        set(id, "status = 'AWAITED', way = :way, remind_at = :remindAt, expected_by = :expectedBy")
                .param("way", way.name())
                .param("remindAt", time(remindAt))
                .param("expectedBy", time(expectedBy))
                .update();
    }

    void reminded(UUID id) {
        set(id, "reminded_at = :now").update();
    }

    /** @return whether nobody had reported them before */
    boolean reported(UUID id, Condition condition, String note, String person) {
        return set(id, "condition = :condition, note = :note, reported_by = :person", "and condition is null")
                        .param("condition", condition.name())
                        .param("note", note)
                        .param("person", person)
                        .update()
                > 0;
    }

    void ended(UUID id, Status status) {
        set(id, "status = :status").param("status", status.name()).update();
    }

    /** @return whether that is news */
    boolean labelRefund(UUID id, LabelRefund refund) {
        return set(id, "label_refund = :refund", "and label_refund is distinct from :refund")
                        .param("refund", refund.name())
                        .update()
                > 0;
    }

    private StatementSpec set(UUID id, String what) {
        return set(id, what, "");
    }

    private StatementSpec set(UUID id, String what, String unless) {
        return jdbc.sql("update redress.goods_return set changed_at = :now, %s where id = :id %s"
                        .formatted(what, unless))
                .param("id", id)
                .param("now", time(clock.instant()));
    }

    private static Timestamp time(Instant instant) {
        return Timestamp.from(instant);
    }
}
