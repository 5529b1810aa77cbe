package io.redress.outside.outbox;

import io.redress.complaint.timeline.CaseNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of the outbox. */
@Component
class OutboxRows {

    private final JdbcClient jdbc;

    OutboxRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An entry that nobody else sends as long as its claim lasts.
     *
     * @param failed how often it has failed before
     */
    record Claimed(long position, UUID owner, int failed, OutboxEntry entry) {}

    /** What has not left to a destination. @param oldest since when the oldest waits */
    record Waiting(String destination, long count, Instant oldest) {}

    /** The entry that waits longest. @param problem {@code null} where it was not tried */
    record Oldest(CaseNumber caseNumber, Instant since, String problem) {}

    /** Writes an entry down; the database gives it its position. */
    void insert(String destination, OutboxEntry entry, Instant now) {
        jdbc.sql("""
                        insert into redress.outbox_entry (destination, id, case_number, type, body, created_at, next_attempt_at)
                        values (:destination, :id, :case, :type, :body, :now, :now)""")
                .param("destination", destination)
                .param("id", entry.id())
                .param("case", entry.caseNumber().value())
                .param("type", entry.type())
                .param("body", entry.body())
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Claims an entry that is due and the first of its case, unless the destination rests or others have them all. */
    Optional<Claimed> claim(String destination, UUID owner, Instant now, Duration lease) {
        return jdbc.sql("""
                        update redress.outbox_entry
                           set claimed_by = :owner, claimed_until = clock_timestamp() + :lease * interval '1 millisecond'
                         where position = (
                           select position from redress.outbox_entry e
                            where destination = :destination and done_at is null and next_attempt_at <= :now
                              and (claimed_until is null or claimed_until <= clock_timestamp())
                              and not exists (select from redress.outbox_entry earlier
                                    where earlier.destination = e.destination and earlier.case_number = e.case_number
                                      and earlier.position < e.position and earlier.done_at is null)
                              and not exists (select from redress.outbox_destination
                                    where name = :destination and rests_until > :now)
                            order by next_attempt_at, position limit 1 for update skip locked)
                        returning position, attempts, id, case_number, type, body""")
                .param("owner", owner)
                .param("lease", lease.toMillis())
                .param("destination", destination)
                .param("now", Timestamp.from(now))
                .query((row, index) -> new Claimed(row.getLong("position"), owner, row.getInt("attempts"), entry(row)))
                .optional();
    }

    /** Notes that the destination has taken an entry; nothing where the claim was lost. */
    void done(Claimed claimed, int status, Instant now) {
        jdbc.sql("""
                        update redress.outbox_entry set attempts = attempts + 1, done_at = :now, problem = null,
                          last_status = :status, claimed_by = null, claimed_until = null
                         where position = :position and claimed_by = :owner and done_at is null""")
                .param("position", claimed.position())
                .param("owner", claimed.owner())
                .param("status", status)
                .param("now", Timestamp.from(now))
                .update();
    }

    /**
     * Lets an entry be tried again at some time; nothing where the claim was lost. Those that wait behind it are not due
     * before, either, so that nobody looks at them in vain, however many there are.
     *
     * @param status of the answer, {@code null} where none came
     */
    void putOff(Claimed claimed, Integer status, String problem, Instant until) {
        jdbc.sql("""
                        with put_off as (
                          update redress.outbox_entry set attempts = attempts + 1, problem = :problem, last_status = :status,
                            next_attempt_at = :until, claimed_by = null, claimed_until = null
                           where position = :position and claimed_by = :owner
                          returning destination, case_number, position)
                        update redress.outbox_entry behind set next_attempt_at = :until from put_off
                         where behind.destination = put_off.destination and behind.case_number = put_off.case_number
                           and behind.position > put_off.position and behind.done_at is null
                           and behind.next_attempt_at < :until""")
                .param("position", claimed.position())
                .param("owner", claimed.owner())
                .param("status", status)
                .param("problem", problem)
                .param("until", Timestamp.from(until))
                .update();
    }

    /** Lets a destination rest, on all nodes. */
    void rest(String destination, Instant until) {
        jdbc.sql("""
                        insert into redress.outbox_destination as known (name, rests_until) values (:name, :until)
                        on conflict (name) do update set rests_until = greatest(known.rests_until, excluded.rests_until)""")
                .param("name", destination)
                .param("until", Timestamp.from(until))
                .update();
    }

    /** Notes that staff are told of a destination. @return whether nobody has told them since some time */
    boolean tell(String destination, Instant now, Instant unlessSince) {
        return jdbc.sql("""
                        insert into redress.outbox_destination as known (name, told_at) values (:name, :now)
                        on conflict (name) do update set told_at = excluded.told_at
                         where known.told_at is null or known.told_at <= :since""")
                        .param("name", destination)
                        .param("now", Timestamp.from(now))
                        .param("since", Timestamp.from(unlessSince))
                        .update()
                > 0;
    }

    /** What waits, for each destination that anything waits for. */
    List<Waiting> waiting() {
        return jdbc.sql("""
                        select destination, count(*) as waiting, min(coalesce(replayed_at, created_at)) as oldest from redress.outbox_entry
                         where done_at is null group by destination""")
                .query((row, index) -> new Waiting(
                        row.getString("destination"),
                        row.getLong("waiting"),
                        row.getTimestamp("oldest").toInstant()))
                .list();
    }

    Optional<Oldest> oldest(String destination) {
        return jdbc.sql("""
                        select case_number, coalesce(replayed_at, created_at) as since, problem from redress.outbox_entry
                         where destination = :destination and done_at is null
                         order by since, position limit 1""")
                .param("destination", destination)
                .query((row, index) -> new Oldest(
                        new CaseNumber(row.getString("case_number")),
                        row.getTimestamp("since").toInstant(),
                        row.getString("problem")))
                .optional();
    }

    private static OutboxEntry entry(ResultSet row) throws SQLException {
        return new OutboxEntry(
                row.getObject("id", UUID.class),
                new CaseNumber(row.getString("case_number")),
                row.getString("type"),
                row.getString("body"));
    }
}
