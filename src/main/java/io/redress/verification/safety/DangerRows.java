package io.redress.verification.safety;

import io.redress.complaint.file.Danger;
import io.redress.complaint.timeline.CaseNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of the table of dangers. */
@Component
class DangerRows {

    private final JdbcClient jdbc;

    DangerRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<DangerCase> find(CaseNumber caseNumber) {
        return jdbc.sql("select * from redress.danger where case_number = :case")
                .param("case", caseNumber.value())
                .query(DangerRows::row)
                .optional();
    }

    /** Notes danger from now on, whatever was known before; the alarm is given at once. */
    void raise(CaseNumber caseNumber, Danger danger, String why, Instant now) {
        jdbc.sql("""
                        insert into redress.danger (case_number, danger, why, since, next_alarm_at)
                        values (:case, :danger, :why, :now, :now)
                        on conflict (case_number) do update set danger = :danger, why = :why, since = :now,
                          claimed_by = null, claimed_at = null, turn = 0, next_alarm_at = :now""")
                .param("case", caseNumber.value())
                .param("danger", danger.name())
                .param("why", why)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Notes who said which it is. */
    void said(CaseNumber caseNumber, String person, Instant now) {
        jdbc.sql("update redress.danger set said_by = :person, said_at = :now where case_number = :case")
                .param("case", caseNumber.value())
                .param("person", person)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Notes that nobody is in danger; no alarm is given any more. */
    void over(CaseNumber caseNumber, Instant now) {
        jdbc.sql("""
                        update redress.danger set danger = 'NONE', since = :now, next_alarm_at = null
                         where case_number = :case""")
                .param("case", caseNumber.value())
                .param("now", Timestamp.from(now))
                .update();
    }

    /** @return whether nobody had taken it on before */
    boolean claim(CaseNumber caseNumber, String person, Instant now) {
        return jdbc.sql("""
                                update redress.danger set claimed_by = :person, claimed_at = :now,
                                  next_alarm_at = case when turn = 0 or danger = 'POSSIBLE' then next_alarm_at end
                                 where case_number = :case and claimed_by is null and danger <> 'NONE'""")
                        .param("case", caseNumber.value())
                        .param("person", person)
                        .param("now", Timestamp.from(now))
                        .update()
                > 0;
    }

    /** Notes that nobody has it any more, so that the alarm goes on. @return whether somebody had it */
    boolean putBack(CaseNumber caseNumber, Instant now) {
        return jdbc.sql("""
                                update redress.danger set claimed_by = null, claimed_at = null, next_alarm_at = :now
                                 where case_number = :case and claimed_by is not null and danger <> 'NONE'""")
                        .param("case", caseNumber.value())
                        .param("now", Timestamp.from(now))
                        .update()
                > 0;
    }

    /** Those whose alarm is due, kept from other nodes until the transaction ends. */
    List<DangerCase> takeDue(Instant now, int most) {
        return jdbc.sql("""
                        select * from redress.danger where next_alarm_at <= :now
                         order by danger, next_alarm_at limit :most for update skip locked""")
                .param("now", Timestamp.from(now))
                .param("most", most)
                .query(DangerRows::row)
                .list();
    }

    /** @param next {@code null} where it is not to be given again */
    void given(CaseNumber caseNumber, Instant next) {
        jdbc.sql("update redress.danger set turn = turn + 1, next_alarm_at = :next where case_number = :case")
                .param("case", caseNumber.value())
                .param("next", next == null ? null : Timestamp.from(next), java.sql.Types.TIMESTAMP)
                .update();
    }

    /** Puts the alarm off without giving it, since nobody who is to hear of it is at work. */
    void wait(CaseNumber caseNumber, Instant until) {
        jdbc.sql("update redress.danger set next_alarm_at = :until where case_number = :case")
                .param("case", caseNumber.value())
                .param("until", Timestamp.from(until))
                .update();
    }

    /** How many cases of certain danger nobody has taken on. */
    long unclaimed() {
        return jdbc.sql("select count(*) from redress.danger where danger = 'CERTAIN' and claimed_by is null")
                .query(Long.class)
                .single();
    }

    private static DangerCase row(ResultSet row, int index) throws SQLException {
        return new DangerCase(
                new CaseNumber(row.getString("case_number")),
                Danger.valueOf(row.getString("danger")),
                row.getString("why"),
                row.getTimestamp("since").toInstant(),
                row.getString("said_by"),
                instant(row, "said_at"),
                row.getString("claimed_by"),
                instant(row, "claimed_at"),
                row.getInt("turn"),
                instant(row, "next_alarm_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
