package io.redress.remedy.books;

import io.redress.remedy.books.BooksEvent.JournalPart;
import io.redress.remedy.books.BooksEvent.Type;
import io.redress.remedy.ledger.Remedy;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of the events for the books. */
@Component
class BooksRows {

    private final JdbcClient jdbc;

    BooksRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An event that was not told yet, to the letter. */
    record Due(UUID id, String body) {}

    void insert(UUID id, Remedy remedy, Type type, String body) {
        jdbc.sql("""
                        insert into redress.books_event (id, remedy_id, type, body, next_attempt_at, created_at)
                        values (:id, :remedy, :type, :body, :now, :now)""")
                .param("id", id)
                .param("remedy", remedy.id())
                .param("type", type.word())
                .param("body", body)
                .param("now", Timestamp.from(remedy.changedAt()))
                .update();
    }

    /** The newest link of a remedy in its case's journal. */
    JournalPart latestLink(UUID remedyId) {
        return jdbc.sql("""
                        select position, hash from redress.remedy_transition
                         where remedy_id = :remedy order by position desc limit 1""")
                .param("remedy", remedyId)
                .query((row, index) -> new JournalPart(row.getInt("position"), row.getString("hash")))
                .single();
    }

    /** An event that is due and the earliest of its remedy, kept from other nodes until the transaction ends. */
    Optional<Due> next(Instant now) {
        return jdbc.sql("""
                        select id, body from redress.books_event e
                         where done_at is null and next_attempt_at <= :now
                           and not exists (select from redress.books_event earlier where earlier.remedy_id = e.remedy_id
                                 and earlier.position < e.position and earlier.done_at is null)
                         order by next_attempt_at, position limit 1 for update skip locked""")
                .param("now", Timestamp.from(now))
                .query((row, index) -> new Due(row.getObject("id", UUID.class), row.getString("body")))
                .optional();
    }

    void done(UUID id, Instant now) {
        jdbc.sql(
                        "update redress.books_event set attempts = attempts + 1, done_at = :now, problem = null where id = :id")
                .param("now", Timestamp.from(now))
                .param("id", id)
                .update();
    }

    /** Puts an event off, longer each time, at most {@code longest}. */
    void putOff(UUID id, String problem, Instant now, Duration longest) {
        jdbc.sql("""
                        update redress.books_event set attempts = attempts + 1, problem = :problem,
                          next_attempt_at = cast(:now as timestamptz)
                            + least(5 * power(2, least(attempts, 20)), :longest) * interval '1 second'
                         where id = :id""")
                .param("problem", problem)
                .param("now", Timestamp.from(now))
                .param("longest", longest.toSeconds())
                .param("id", id)
                .update();
    }
}
