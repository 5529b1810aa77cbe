package io.redress.outside.outbox;

import io.redress.complaint.timeline.CaseNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The outbox as people see it: what became of each entry, and the way to send one once more. */
@Component
public class Deliveries {

    private final JdbcClient jdbc;
    private final Clock clock;

    Deliveries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The newest entries for a destination, newest first.
     *
     * @param caseNumber of which case; {@code null} for all
     * @param waiting whether only those that have not left
     */
    public List<Delivery> latest(String destination, String caseNumber, boolean waiting, int limit) {
        return jdbc.sql("""
                        select * from redress.outbox_entry
                         where destination = :destination and (cast(:case as text) is null or case_number = :case)
                           and (not :waiting or done_at is null)
                         order by position desc limit :limit""")
                .param("destination", destination)
                .param("case", caseNumber)
                .param("waiting", waiting)
                .param("limit", limit)
                .query(Deliveries::delivery)
                .list();
    }

    /**
     * Has an entry sent once more, with the same id and body, or at once where it waits for its next attempt. Later
     * entries of its case wait until it was taken.
     *
     * @return whether there is such an entry
     */
    @Transactional
    public boolean replay(String destination, UUID id, String by) {
        Timestamp now = Timestamp.from(clock.instant());
        List<String> cases = jdbc.sql("""
                        update redress.outbox_entry
                           set done_at = null, skipped_by = null, skip_reason = null, attempts = 0, problem = null,
                               next_attempt_at = :now, replayed_at = :now, replayed_by = :by
                         where destination = :destination and id = :id returning case_number""")
                .param("destination", destination)
                .param("id", id)
                .param("by", by)
                .param("now", now)
                .query(String.class)
                .list();
        // What waits behind it was put off with it.
        cases.forEach(caseNumber -> jdbc.sql("""
                        update redress.outbox_entry set next_attempt_at = :now
                         where destination = :destination and case_number = :case and done_at is null
                           and next_attempt_at > :now""")
                .param("destination", destination)
                .param("case", caseNumber)
                .param("now", now)
                .update());
        return !cases.isEmpty();
    }

    /** Lets nothing leave to a destination that waits for it now. @return how many entries that were */
    public int skipAll(String destination, String by, String reason) {
        return jdbc.sql("""
                        update redress.outbox_entry set done_at = :now, skipped_by = :by, skip_reason = :reason
                         where destination = :destination and done_at is null""")
                .param("destination", destination)
                .param("by", by)
                .param("reason", reason)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** What has not left to some destinations. @param oldest since when the oldest waits, {@code null} where none does */
    public record Backlog(long count, Instant oldest) {}

    /** What has not left to all destinations whose names begin so. */
    public Backlog backlog(String prefix) {
        return jdbc.sql("""
                        select count(*) as waiting, min(coalesce(replayed_at, created_at)) as oldest
                          from redress.outbox_entry where done_at is null and starts_with(destination, :prefix)""")
                .param("prefix", prefix)
                .query((row, index) -> new Backlog(row.getLong("waiting"), instant(row, "oldest")))
                .single();
    }

    /** Whether an entry was written down before. */
    public boolean exists(String destination, UUID id) {
        return jdbc.sql(
                        "select exists (select from redress.outbox_entry where destination = :destination and id = :id)")
                .param("destination", destination)
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    private static Delivery delivery(ResultSet row, int index) throws SQLException {
        Instant doneAt = instant(row, "done_at");
        return new Delivery(
                row.getObject("id", UUID.class),
                new CaseNumber(row.getString("case_number")),
                row.getString("type"),
                instant(row, "created_at"),
                row.getInt("attempts"),
                (Integer) row.getObject("last_status"),
                row.getString("problem"),
                doneAt == null ? instant(row, "next_attempt_at") : null,
                doneAt,
                row.getString("skip_reason"),
                instant(row, "replayed_at"),
                row.getString("replayed_by"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
