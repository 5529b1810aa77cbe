package io.redress.remedy;

import io.redress.complaint.Complaint;
import io.redress.logistics.Shipping.LabelRefund;
import io.redress.remedy.GoodsReturn.Condition;
import io.redress.remedy.GoodsReturn.Status;
import io.redress.remedy.GoodsReturn.Way;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The SQL by which returns change. */
@Component
class GoodsReturnRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    GoodsReturnRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return whether the case had none in this round yet */
    boolean insert(UUID id, Complaint complaint, boolean collection) {
        return jdbc.sql("""
                                insert into redress.goods_return
                                  (id, case_number, round, collection, status, created_at, changed_at)
                                values (:id, :caseNumber, :round, :collection, 'DUE', :now, :now)
                                on conflict do nothing""")
                        .param("id", id)
                        .param("caseNumber", complaint.number().value())
                        .param("round", complaint.round())
                        .param("collection", collection)
                        .param("now", time(clock.instant()))
                        .update()
                > 0;
    }

    void chosen(UUID id, Way way) {
        set(id, "way = :way, status = :status")
                .param("way", way.name())
                .param("status", (way == Way.NONE ? Status.CLOSED : Status.DUE).name())
                .update();
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
