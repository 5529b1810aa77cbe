package io.redress.conversation.alert;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.verification.safety.DangerAlert;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of alerts. An alert is due until it is put into a mail, and from then on shares the fate of that mail. */
@Component
class AlertRows {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    AlertRows(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Writes alerts down, each unless the person was given it before. */
    void insert(List<Alert> alerts, Instant now) {
        batches.batchUpdate("""
                insert into redress.message (id, case_number, round, direction, kind, dedup, recipient, person,
                  clock_id, due_at, locale, subject, words, body_text, body_html, status, not_before, created_at)
                values (:id, :caseNumber, :round, 'STAFF', 'ALERT', :dedup, :recipient, :person,
                  :clockId, :dueAt, 'en', :subject, :words, :words, '', 'DUE', :notBefore, :now)
                on conflict (case_number, kind, dedup) do nothing""", alerts.stream().map(alert -> row(alert, now)).toArray(SqlParameterSource[]::new));
    }

    /** Writes alarms down as parts of an urgent mail, each unless the person was given it before. */
    void insertInto(UUID mail, List<Alert> alarms, Instant now) {
        batches.batchUpdate(
                """
                insert into redress.message (id, case_number, round, direction, kind, dedup, recipient, person,
                  locale, subject, words, body_text, body_html, status, not_before, created_at, staff_mail)
                values (:id, :caseNumber, :round, 'STAFF', 'ALERT', :dedup, :recipient, :person,
                  'en', :subject, :words, :words, '', 'SENDING', :notBefore, :now, :mail)
                on conflict (case_number, kind, dedup) do nothing""",
                alarms.stream()
                        .map(alarm -> row(alarm, now).addValue("mail", mail))
                        .toArray(SqlParameterSource[]::new));
    }

    /** Whether an alarm about the case is on its way to this address, so that another one would say the same. */
    boolean isBeingTold(CaseNumber caseNumber, String recipient) {
        return jdbc.sql("""
                        select exists (select from redress.message alarm
                          join redress.staff_mail mail on mail.id = alarm.staff_mail
                         where alarm.case_number = :case and mail.recipient = :recipient
                           and mail.urgent and mail.status = 'DUE')""")
                .param("case", caseNumber.value())
                .param("recipient", recipient)
                .query(Boolean.class)
                .single();
    }

    /** Who was mailed an alarm about the case, and when; a login where it is known. */
    List<DangerAlert.Told> toldOfDanger(CaseNumber caseNumber) {
        return jdbc.sql("""
                        select coalesce(alarm.person, alarm.recipient) as told, alarm.done_at from redress.message alarm
                          join redress.staff_mail mail on mail.id = alarm.staff_mail
                         where alarm.case_number = :case and mail.urgent and alarm.status = 'SENT'
                         order by alarm.done_at, alarm.position""")
                .param("case", caseNumber.value())
                .query((row, index) -> new DangerAlert.Told(
                        row.getString("told"), row.getTimestamp("done_at").toInstant()))
                .list();
    }

    private static MapSqlParameterSource row(Alert alert, Instant now) {
        return new MapSqlParameterSource("id", UUID.randomUUID())
                .addValue("caseNumber", alert.caseNumber().value())
                .addValue("round", alert.round())
                .addValue("dedup", alert.dedup())
                .addValue("recipient", alert.recipient())
                .addValue("person", alert.person())
                .addValue("clockId", alert.clockId(), Types.BIGINT)
                .addValue("dueAt", alert.dueAt() == null ? null : Timestamp.from(alert.dueAt()), Types.TIMESTAMP)
                .addValue("subject", alert.subject())
                .addValue("words", alert.words())
                .addValue("notBefore", Timestamp.from(alert.notBefore()))
                .addValue("now", Timestamp.from(now));
    }

    /** Those who have alerts that may be told now. @param person may be {@code null} */
    record Waiting(String recipient, String person) {}

    /**
     * Those who are to be told now, and have no mail under way.
     *
     * @param quietSince nothing was added since then
     * @param longestSince or the first one has waited since then; and their last mail is older
     */
    List<Waiting> waiting(Instant now, Instant quietSince, Instant longestSince) {
        return jdbc.sql("""
                        select recipient, max(person) as person from redress.message alert
                         where direction = 'STAFF' and status = 'DUE' and not_before <= :now
                           and not exists (select 1 from redress.staff_mail mail
                             where mail.recipient = alert.recipient and not mail.urgent
                               and (mail.status = 'DUE' or mail.status = 'SENT' and mail.created_at > :longestSince))
                         group by recipient
                        having max(greatest(created_at, not_before)) <= :quietSince
                            or min(greatest(created_at, not_before)) <= :longestSince""")
                .param("now", Timestamp.from(now))
                .param("quietSince", Timestamp.from(quietSince))
                .param("longestSince", Timestamp.from(longestSince))
                .query((row, index) -> new Waiting(row.getString("recipient"), row.getString("person")))
                .list();
    }

    /**
     * Gives what waits for somebody who is away to whoever stands in.
     *
     * @param kept the numbers of the cases that whoever stands in must not see
     */
    void pass(String person, String to, String recipient, Collection<String> kept) {
        jdbc.sql("""
                        update redress.message set person = :to, recipient = :recipient
                         where direction = 'STAFF' and status = 'DUE' and person = :person
                           and not case_number = any(:kept)""")
                .param("kept", kept.toArray(String[]::new))
                .param("person", person)
                .param("to", to)
                .param("recipient", recipient)
                .update();
    }

    /**
     * Drops what has lost its reason: its clock has ended, a later alert about the same clock says more, or the person
     * was given an alarm about the case in the same minutes.
     */
    void dropNeedless(String recipient, Instant now) {
        jdbc.sql("""
                        update redress.message alert set status = 'DROPPED', done_at = :now
                         where direction = 'STAFF' and status = 'DUE' and recipient = :recipient and not_before <= :now
                           and (exists (select 1 from redress.case_clock clock where clock.id = alert.clock_id
                                  and (clock.met_at is not null or clock.stopped_at is not null))
                             or exists (select 1 from redress.message later
                                  where later.direction = 'STAFF' and later.status = 'DUE'
                                    and later.recipient = :recipient and later.clock_id = alert.clock_id
                                    and later.position > alert.position and later.not_before <= :now)
                             or alert.clock_id is not null and exists (select 1 from redress.message alarm
                                  join redress.staff_mail mail on mail.id = alarm.staff_mail
                                  where alarm.case_number = alert.case_number and alarm.recipient = :recipient
                                    and mail.urgent and mail.created_at > alert.created_at - interval '5 minutes'))""")
                .param("recipient", recipient)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Drops what is about cases that its recipient must not see any more. @param kept the numbers of the cases */
    void dropKept(String recipient, Collection<String> kept, Instant now) {
        if (!kept.isEmpty()) {
            jdbc.sql("""
                            update redress.message set status = 'DROPPED', done_at = :now
                             where direction = 'STAFF' and status in ('DUE', 'SENDING') and recipient = :recipient
                               and case_number = any(:kept)""")
                    .param("recipient", recipient)
                    .param("kept", kept.toArray(String[]::new))
                    .param("now", Timestamp.from(now))
                    .update();
        }
    }

    /** Drops what has lost its reason since it was put into the mail. */
    void dropEnded(UUID mail, Instant now) {
        jdbc.sql("""
                        update redress.message alert set status = 'DROPPED', done_at = :now from redress.case_clock clock
                         where alert.staff_mail = :mail and alert.status = 'SENDING' and clock.id = alert.clock_id
                           and (clock.met_at is not null or clock.stopped_at is not null)""").param("mail", mail).param("now", Timestamp.from(now)).update();
    }

    /** Puts all that the person may hear of now into a mail. @return how much there is */
    int putInto(UUID mail, String recipient, Instant now) {
        return jdbc.sql("""
                        update redress.message set status = 'SENDING', staff_mail = :mail
                         where direction = 'STAFF' and status = 'DUE' and recipient = :recipient and not_before <= :now""")
                .param("mail", mail)
                .param("recipient", recipient)
                .param("now", Timestamp.from(now))
                .update();
    }

    int count(UUID mail) {
        return jdbc.sql("select count(*) from redress.message where staff_mail = :mail and status = 'SENDING'")
                .param("mail", mail)
                .query(Integer.class)
                .single();
    }

    /** Those of a mail that are listed first: what is about no clock and told only once, then what is due first. */
    List<Alert> of(UUID mail, int atMost) {
        return jdbc.sql("""
                        select * from redress.message where staff_mail = :mail and status = 'SENDING'
                         order by due_at nulls first, position limit :atMost""")
                .param("mail", mail)
                .param("atMost", atMost)
                .query(AlertRows::alert)
                .list();
    }

    /** Ends all of a mail. @param status {@code SENT} or {@code FAILED} */
    List<CaseNumber> end(UUID mail, StaffMailRows.Status status, Instant now) {
        return jdbc.sql("""
                        update redress.message set status = :status, done_at = :now
                         where staff_mail = :mail and status = 'SENDING' returning case_number""")
                .param("mail", mail)
                .param("status", status.name())
                .param("now", status == StaffMailRows.Status.SENT ? Timestamp.from(now) : null)
                .query((row, index) -> new CaseNumber(row.getString(1)))
                .list();
    }

    private static Alert alert(ResultSet row, int index) throws SQLException {
        Timestamp dueAt = row.getTimestamp("due_at");
        return new Alert(
                row.getObject("id", UUID.class),
                new CaseNumber(row.getString("case_number")),
                row.getInt("round"),
                row.getString("dedup"),
                row.getString("recipient"),
                row.getString("person"),
                row.getObject("clock_id", Long.class),
                dueAt == null ? null : dueAt.toInstant(),
                row.getString("subject"),
                row.getString("words"),
                row.getTimestamp("not_before").toInstant());
    }
}
