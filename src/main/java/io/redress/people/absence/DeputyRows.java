package io.redress.people.absence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code redress.deputy}. */
@Component
class DeputyRows {

    private final JdbcClient jdbc;

    DeputyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Deputyship insert(
            String person, String deputy, Instant from, Instant until, String reason, String setBy, Instant now) {
        return jdbc.sql("""
                        insert into redress.deputy (person, deputy, starts_at, ends_at, reason, set_by, set_at)
                        values (:person, :deputy, :from, :until, :reason, :by, :now) returning *""")
                .param("person", person)
                .param("deputy", deputy)
                .param("from", Timestamp.from(from))
                .param("until", Timestamp.from(until))
                .param("reason", reason)
                .param("by", setBy)
                .param("now", Timestamp.from(now))
                .query(DeputyRows::row)
                .single();
    }

    /** Ends what is not over yet. @return what there was */
    Optional<Deputyship> end(String person, String by, Instant now) {
        return jdbc.sql("""
                        update redress.deputy set ended_by = :by, ended_at = :now
                         where person = :person and ended_at is null and ends_at > :now returning *""")
                .param("person", person)
                .param("by", by)
                .param("now", Timestamp.from(now))
                .query(DeputyRows::row)
                .optional();
    }

    Deputyship get(long id) {
        return jdbc.sql("select * from redress.deputy where id = :id")
                .param("id", id)
                .query(DeputyRows::row)
                .single();
    }

    /** What is arranged for a person and not over at an instant; it may begin later. */
    Optional<Deputyship> arrangedFor(String person, Instant now) {
        return jdbc.sql("select * from redress.deputy where person = :person and ended_at is null and ends_at > :now")
                .param("person", person)
                .param("now", Timestamp.from(now))
                .query(DeputyRows::row)
                .optional();
    }

    List<Deputyship> all() {
        return jdbc.sql("select * from redress.deputy order by id desc")
                .query(DeputyRows::row)
                .list();
    }

    List<Deputyship> of(String deputy) {
        return jdbc.sql("select * from redress.deputy where deputy = :deputy order by id")
                .param("deputy", deputy)
                .query(DeputyRows::row)
                .list();
    }

    private static Deputyship row(ResultSet row, int index) throws SQLException {
        Timestamp endedAt = row.getTimestamp("ended_at");
        return new Deputyship(
                row.getLong("id"),
                row.getString("person"),
                row.getString("deputy"),
                row.getTimestamp("starts_at").toInstant(),
                row.getTimestamp("ends_at").toInstant(),
                row.getString("reason"),
                row.getString("set_by"),
                row.getTimestamp("set_at").toInstant(),
                row.getString("ended_by"),
                endedAt == null ? null : endedAt.toInstant());
    }
}
