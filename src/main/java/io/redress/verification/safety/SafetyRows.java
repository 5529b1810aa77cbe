package io.redress.verification.safety;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.verification.safety.SafetyRecord.Change;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of the safety register. */
@Component
class SafetyRows {

    private final JdbcClient jdbc;

    SafetyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Opens a case's row, unless it has one. */
    void open(CaseNumber caseNumber, Instant reportedAt, Instant now) {
        jdbc.sql("""
                        insert into redress.safety_record (id, case_number, reported_at, created_at)
                        values (:id, :case, :reportedAt, :now) on conflict (case_number) do nothing""")
                .param("id", UUID.randomUUID())
                .param("case", caseNumber.value())
                .param("reportedAt", Timestamp.from(reportedAt))
                .param("now", Timestamp.from(now))
                .update();
    }

    Optional<SafetyRecord> find(UUID id) {
        return jdbc.sql("select * from redress.safety_record where id = :id for no key update")
                .param("id", id)
                .query(SafetyRows::row)
                .optional();
    }

    Optional<SafetyRecord> of(CaseNumber caseNumber) {
        return jdbc.sql("select * from redress.safety_record where case_number = :case for no key update")
                .param("case", caseNumber.value())
                .query(SafetyRows::row)
                .optional();
    }

    /** Oldest first. @param to the first instant that is not wanted any more */
    List<SafetyRecord> between(Instant from, Instant to, int most) {
        return jdbc.sql("""
                        select * from redress.safety_record where reported_at >= :from and reported_at < :to
                         order by reported_at, case_number limit :most""")
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .param("most", most)
                .query(SafetyRows::row)
                .list();
    }

    void save(SafetyRecord record) {
        jdbc.sql("""
                        update redress.safety_record set article = :article, batch = :batch, hazard = :hazard,
                          injury = :injury, authority = :authority, authority_told_at = :toldAt, struck_at = :struckAt,
                          struck_by = :struckBy, struck_because = :because
                         where id = :id""")
                .param("article", record.article())
                .param("batch", record.batch())
                .param("hazard", record.hazard())
                .param("injury", record.injury())
                .param("authority", record.authority())
                .param("toldAt", timestamp(record.authorityToldAt()), Types.TIMESTAMP)
                .param("struckAt", timestamp(record.struckAt()), Types.TIMESTAMP)
                .param("struckBy", record.struckBy())
                .param("because", record.struckBecause())
                .param("id", record.id())
                .update();
    }

    void note(UUID record, Change change) {
        jdbc.sql("""
                        insert into redress.safety_record_change (record_id, at, by, field, before, after)
                        values (:record, :at, :by, :field, :before, :after)""")
                .param("record", record)
                .param("at", Timestamp.from(change.at()))
                .param("by", change.by())
                .param("field", change.field())
                .param("before", change.before())
                .param("after", change.after())
                .update();
    }

    List<Change> changes(UUID record) {
        return jdbc.sql("select * from redress.safety_record_change where record_id = :record order by id")
                .param("record", record)
                .query((row, index) -> new Change(
                        row.getTimestamp("at").toInstant(),
                        row.getString("by"),
                        row.getString("field"),
                        row.getString("before"),
                        row.getString("after")))
                .list();
    }

    private static Timestamp timestamp(Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    private static SafetyRecord row(ResultSet row, int index) throws SQLException {
        return new SafetyRecord(
                row.getObject("id", UUID.class),
                new CaseNumber(row.getString("case_number")),
                row.getTimestamp("reported_at").toInstant(),
                row.getString("article"),
                row.getString("batch"),
                row.getString("hazard"),
                row.getString("injury"),
                row.getString("authority"),
                instant(row, "authority_told_at"),
                instant(row, "struck_at"),
                row.getString("struck_by"),
                row.getString("struck_because"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
