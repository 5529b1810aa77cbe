package io.redress.remedy.ledger;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.core.database.TransactionMemory;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The refunds that are agreed and wait for goods: which ones, and for which goods. */
@Component
public class RefundHolds {

    private final JdbcClient jdbc;
    private final TransactionMemory memory;
    private final Clock clock;

    RefundHolds(JdbcClient jdbc, TransactionMemory memory, Clock clock) {
        this.jdbc = jdbc;
        this.memory = memory;
        this.clock = clock;
    }

    /** Lets a refund that is only proposed yet wait for goods. */
    public void hold(UUID remedyId, UUID returnId) {
        insert(remedyId, returnId, null);
    }

    /** Notes a refund that stands in place of one that waited, and waits no more. */
    public void released(UUID remedyId, UUID returnId) {
        insert(remedyId, returnId, Timestamp.from(clock.instant()));
    }

    private void insert(UUID remedyId, UUID returnId, Timestamp releasedAt) {
        jdbc.sql("""
                        insert into redress.refund_hold (remedy_id, return_id, released_at)
                        values (:remedy, :return, :releasedAt)""")
                .param("remedy", remedyId)
                .param("return", returnId)
                .param("releasedAt", releasedAt)
                .update();
    }

    /** Forgets what was planned to wait for a return, unless that has begun. */
    public void forget(UUID returnId) {
        jdbc.sql("""
                        delete from redress.refund_hold h using redress.goods_return g
                         where h.return_id = :return and g.id = h.return_id and g.status = 'PLANNED'""").param("return", returnId).update();
    }

    /** Lets every refund go on that waits for a return. */
    public void release(UUID returnId) {
        jdbc.sql("update redress.refund_hold set released_at = :now where return_id = :return and released_at is null")
                .param("now", Timestamp.from(clock.instant()))
                .param("return", returnId)
                .update();
    }

    boolean isWaiting(UUID remedyId) {
        return jdbc.sql("""
                        select exists (select from redress.refund_hold
                          where remedy_id = :remedy and released_at is null)""").param("remedy", remedyId).query(Boolean.class).single();
    }

    /** The refunds of a case that wait. */
    Set<UUID> waiting(CaseNumber caseNumber) {
        return memory.of(
                Set.of("refund_hold", "remedy"),
                caseNumber,
                () -> Set.copyOf(jdbc.sql("""
                        select h.remedy_id from redress.refund_hold h join redress.remedy r on r.id = h.remedy_id
                         where r.case_number = :case and h.released_at is null""")
                        .param("case", caseNumber.value())
                        .query(UUID.class)
                        .list()));
    }

    /** The refunds of a case that wait, or waited until their goods were here. */
    Set<UUID> ofCase(CaseNumber caseNumber) {
        return new HashSet<>(jdbc.sql("""
                        select h.remedy_id from redress.refund_hold h join redress.remedy r on r.id = h.remedy_id
                         where r.case_number = :case""")
                .param("case", caseNumber.value())
                .query(UUID.class)
                .list());
    }

    /** Those that wait whose goods are not even known to be sent. */
    public Set<UUID> waitingForUnsent(CaseNumber caseNumber) {
        return new HashSet<>(jdbc.sql("""
                        select h.remedy_id from redress.refund_hold h join redress.goods_return g on g.id = h.return_id
                         where g.case_number = :case and g.sent_at is null and h.released_at is null""")
                .param("case", caseNumber.value())
                .query(UUID.class)
                .list());
    }

    /** The refunds that wait, or waited, for a return. @param waiting only those that wait still */
    public List<UUID> of(UUID returnId, boolean waiting) {
        return jdbc.sql("""
                        select remedy_id from redress.refund_hold
                         where return_id = :return and (released_at is null or not :waiting)""")
                .param("return", returnId)
                .param("waiting", waiting)
                .query(UUID.class)
                .list();
    }
}
