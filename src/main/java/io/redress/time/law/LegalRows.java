package io.redress.time.law;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.core.database.TransactionMemory;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The events of a case that laws count from, and what the rows of the table said about them, as rows. */
@Component
class LegalRows {

    private final JdbcClient jdbc;
    private final TransactionMemory memory;

    LegalRows(JdbcClient jdbc, TransactionMemory memory) {
        this.jdbc = jdbc;
        this.memory = memory;
    }

    /** Something that happened. @param turn from 1; an event comes again once what it led to is over */
    record Happened(LegalEvent event, int turn, Instant at) {}

    /**
     * What a row of the table said when it put a clock on the case.
     *
     * @param name what the row calls the clock
     * @param keepUntil {@code null} where the row did not say
     */
    record Law(
            long clockId,
            LegalEvent event,
            int turn,
            String name,
            String country,
            String source,
            List<String> letterParts,
            LocalDate keepUntil) {

        boolean isOf(Happened happened) {
            return event == happened.event() && turn == happened.turn();
        }
    }

    /** @return whether it was not known yet */
    boolean note(CaseNumber caseNumber, Happened happened, String notedBy, Instant now) {
        return jdbc.sql("""
                        insert into redress.legal_event (case_number, event, turn, happened_at, noted_by, noted_at)
                        values (:case, :event, :turn, :at, :by, :now) on conflict do nothing""")
                        .param("case", caseNumber.value())
                        .param("event", happened.event().name())
                        .param("turn", happened.turn())
                        .param("at", Timestamp.from(happened.at()))
                        .param("by", notedBy)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /** What was noted, each event in the order of its turns. */
    List<Happened> events(CaseNumber caseNumber) {
        return jdbc.sql("select * from redress.legal_event where case_number = :case order by event, turn")
                .param("case", caseNumber.value())
                .query((row, number) -> new Happened(
                        LegalEvent.valueOf(row.getString("event")),
                        row.getInt("turn"),
                        row.getTimestamp("happened_at").toInstant()))
                .list();
    }

    void keep(Law law) {
        jdbc.sql("""
                        insert into redress.legal_clock
                          (clock_id, event, turn, name, country, source, letter_parts, keep_until)
                        values (:clock, :event, :turn, :name, :country, :source, :parts, :until)
                        on conflict do nothing""")
                .param("clock", law.clockId())
                .param("event", law.event().name())
                .param("turn", law.turn())
                .param("name", law.name())
                .param("country", law.country())
                .param("source", law.source())
                .param("parts", String.join(",", law.letterParts()))
                .param("until", law.keepUntil() == null ? null : Date.valueOf(law.keepUntil()))
                .update();
    }

    /** The country of a clock that turned out to be another country's. */
    static final String NOWHERE = "-";

    /** Notes whose law it is after all, such as that of another country that says the same. */
    void moveTo(String country, Law law) {
        jdbc.sql("update redress.legal_clock set country = :country where clock_id = :clock")
                .param("country", country)
                .param("clock", law.clockId())
                .update();
    }

    /** Notes that another country's law says the same by the same day, and is the one that counts. */
    void moveTo(String country, String source, Law law) {
        jdbc.sql("update redress.legal_clock set country = :country, source = :source where clock_id = :clock")
                .param("country", country)
                .param("source", source)
                .param("clock", law.clockId())
                .update();
    }

    /** What is behind each legal clock of the case. */
    List<Law> laws(CaseNumber caseNumber) {
        return memory.of(Set.of("legal_clock", "case_clock"), caseNumber, () -> read(caseNumber));
    }

    private List<Law> read(CaseNumber caseNumber) {
        return jdbc.sql("""
                        select l.* from redress.legal_clock l join redress.case_clock c on c.id = l.clock_id
                         where c.case_number = :case order by l.clock_id""")
                .param("case", caseNumber.value())
                .query((row, number) -> law(row))
                .list();
    }

    private static Law law(ResultSet row) throws SQLException {
        Date until = row.getDate("keep_until");
        return new Law(
                row.getLong("clock_id"),
                LegalEvent.valueOf(row.getString("event")),
                row.getInt("turn"),
                row.getString("name"),
                row.getString("country"),
                row.getString("source"),
                LegalDeadlineRules.list(row.getString("letter_parts")).toList(),
                until == null ? null : until.toLocalDate());
    }
}
