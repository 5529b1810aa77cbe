package io.redress.conversation.alert;

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

/** The SQL of mails to staff. */
@Component
class StaffMailRows {

    /** A mail to one person. @param person the login, {@code null} where it is not known */
    record Row(UUID id, String recipient, String person, Instant createdAt, boolean urgent) {}

    enum Status {
        DUE,
        SENT,
        FAILED,
        DROPPED
    }

    private final JdbcClient jdbc;

    StaffMailRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return empty where the person has one under way */
    Optional<UUID> open(String recipient, String person, Instant now) {
        UUID id = UUID.randomUUID();
        int opened = jdbc.sql("""
                        insert into redress.staff_mail (id, recipient, person, status, next_attempt_at, created_at)
                        values (:id, :recipient, :person, 'DUE', :now, :now)
                        on conflict (recipient) where status = 'DUE' and not urgent do nothing""")
                .param("id", id)
                .param("recipient", recipient)
                .param("person", person)
                .param("now", Timestamp.from(now))
                .update();
        return opened > 0 ? Optional.of(id) : Optional.empty();
    }

    /** Opens a mail that waits for nothing, whatever else is under way to the same person. */
    UUID openUrgent(String recipient, String person, Instant now) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into redress.staff_mail (id, recipient, person, status, next_attempt_at, created_at, urgent)
                        values (:id, :recipient, :person, 'DUE', :now, :now, true)""")
                .param("id", id)
                .param("recipient", recipient)
                .param("person", person)
                .param("now", Timestamp.from(now))
                .update();
        return id;
    }

    /** @param urgent whether those that wait for nothing are meant, or all others */
    List<UUID> due(boolean urgent, Instant now) {
        return jdbc.sql("""
                        select id from redress.staff_mail
                         where status = 'DUE' and next_attempt_at <= :now and urgent = :urgent
                         order by next_attempt_at""")
                .param("now", Timestamp.from(now))
                .param("urgent", urgent)
                .query(UUID.class)
                .list();
    }

    /** The mail, kept from other nodes until the transaction ends; empty where another one has it or had it. */
    Optional<Row> take(UUID id, Instant now) {
        return jdbc.sql("""
                        select * from redress.staff_mail where id = :id and status = 'DUE' and next_attempt_at <= :now
                           for update skip locked""")
                .param("id", id)
                .param("now", Timestamp.from(now))
                .query(StaffMailRows::row)
                .optional();
    }

    void end(UUID id, Status status, Instant now) {
        jdbc.sql("update redress.staff_mail set status = :status, done_at = :now where id = :id")
                .param("id", id)
                .param("status", status.name())
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Puts a mail off, longer each time, at most {@code longest}. */
    void putOff(UUID id, Instant now, Duration longest) {
        jdbc.sql("""
                        update redress.staff_mail set attempts = attempts + 1,
                          next_attempt_at = cast(:now as timestamptz)
                            + least(5 * power(2, least(attempts, 20)), :longest) * interval '1 second'
                         where id = :id""")
                .param("now", Timestamp.from(now))
                .param("longest", longest.toSeconds())
                .param("id", id)
                .update();
    }

    private static Row row(ResultSet row, int index) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("recipient"),
                row.getString("person"),
                row.getTimestamp("created_at").toInstant(),
                row.getBoolean("urgent"));
    }
}
