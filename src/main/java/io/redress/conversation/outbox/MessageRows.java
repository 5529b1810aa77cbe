package io.redress.conversation.outbox;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.conversation.letter.Letter;
import io.redress.conversation.letter.MessageKind;
import io.redress.conversation.outbox.Message.Direction;
import io.redress.conversation.outbox.Message.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of messages. */
@Component
public class MessageRows {

    private final JdbcClient jdbc;

    MessageRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A message that has no row yet; {@code dedup} as in the table. */
    public record Draft(
            Direction direction,
            MessageKind kind,
            String dedup,
            String recipient,
            String signedBy,
            Letter.Rendered letter,
            Status status) {}

    /** @return empty where the same message has been written before */
    public Optional<UUID> insert(Complaint complaint, Draft draft, Instant now) {
        UUID id = UUID.randomUUID();
        int inserted = jdbc.sql("""
                        insert into redress.message (id, case_number, round, direction, kind, dedup, recipient, locale,
                          signed_by, subject, words, body_text, body_html, confidential, quoted, status, not_before,
                          created_at, done_at)
                        values (:id, :caseNumber, :round, :direction, :kind, :dedup, :recipient, :locale,
                          :signedBy, :subject, :words, :text, :html, :confidential, :quoted, :status, :now, :now, :doneAt)
                        on conflict (case_number, kind, dedup) do nothing""")
                .param("id", id)
                .param("caseNumber", complaint.number().value())
                .param("round", complaint.round())
                .param("direction", draft.direction().name())
                .param("kind", draft.kind().name())
                .param("dedup", draft.dedup())
                .param("recipient", draft.recipient())
                .param("locale", draft.letter().locale().toLanguageTag())
                .param("signedBy", draft.signedBy())
                .param("subject", draft.letter().subject())
                .param("words", draft.letter().words())
                .param("text", draft.letter().text())
                .param("html", draft.letter().html())
                .param("confidential", draft.letter().confidential())
                .param("quoted", draft.letter().quoted())
                .param("status", draft.status().name())
                .param("now", Timestamp.from(now))
                .param("doneAt", draft.status() == Status.RECEIVED ? Timestamp.from(now) : null)
                .update();
        return inserted > 0 ? Optional.of(id) : Optional.empty();
    }

    public Optional<Message> find(CaseNumber caseNumber, MessageKind kind, String dedup) {
        return jdbc.sql(
                        "select * from redress.message where case_number = :caseNumber and kind = :kind and dedup = :dedup")
                .param("caseNumber", caseNumber.value())
                .param("kind", kind.name())
                .param("dedup", dedup)
                .query(MessageRows::message)
                .optional();
    }

    public Optional<Message> find(UUID id) {
        return jdbc.sql("select * from redress.message where id = :id")
                .param("id", id)
                .query(MessageRows::message)
                .optional();
    }

    public List<Message> conversation(CaseNumber caseNumber) {
        return jdbc.sql("""
                        select * from redress.message where case_number = :caseNumber and direction <> 'STAFF'
                        order by position""")
                .param("caseNumber", caseNumber.value())
                .query(MessageRows::message)
                .list();
    }

    /**
     * What the customer wrote, and what they have been sent or told, oldest first.
     *
     * @param before how many of the latest ones are left out
     * @param most how many are read
     */
    public List<Message> heard(CaseNumber caseNumber, long before, int most) {
        return jdbc.sql("""
                        select * from (
                          select * from redress.message
                           where case_number = :caseNumber and direction <> 'STAFF'
                             and status in ('SENT', 'TOLD', 'RECEIVED')
                           order by position desc offset :before limit :most) latest
                         order by position""")
                .param("caseNumber", caseNumber.value())
                .param("before", before)
                .param("most", most)
                .query(MessageRows::message)
                .list();
    }

    /** What is written to the customer of a case, and has not reached them yet, oldest first. */
    List<Message> underWay(CaseNumber caseNumber) {
        return jdbc.sql("""
                        select * from redress.message
                         where case_number = :caseNumber and direction = 'OUT' and status in ('DUE', 'SENDING', 'TELL')
                         order by position""")
                .param("caseNumber", caseNumber.value())
                .query(MessageRows::message)
                .list();
    }

    /** What waits until a person lets the case's letters go, oldest first. */
    List<Message> held(CaseNumber caseNumber) {
        return jdbc.sql("""
                        select * from redress.message where case_number = :caseNumber
                           and (status = 'HELD' or was_held and status in ('DUE', 'SENDING'))
                         order by position""")
                .param("caseNumber", caseNumber.value())
                .query(MessageRows::message)
                .list();
    }

    /** Notes that nothing in the case waits for a message, so that somebody has to read it. */
    public void cameAfterEnd(UUID id) {
        jdbc.sql("update redress.message set after_end = true where id = :id")
                .param("id", id)
                .update();
    }

    /** What came after the end and was not read yet, oldest first. */
    public List<Message> unread(CaseNumber caseNumber) {
        return jdbc.sql("""
                        select * from redress.message
                         where case_number = :caseNumber and after_end and read_at is null order by position""")
                .param("caseNumber", caseNumber.value())
                .query(MessageRows::message)
                .list();
    }

    /**
     * Writes a message that has not reached the customer anew.
     *
     * @param recipient {@code null} where somebody tells it
     */
    void rewrite(UUID id, String recipient, Letter.Rendered letter) {
        jdbc.sql("""
                        update redress.message
                           set recipient = :recipient, locale = :locale, subject = :subject, words = :words,
                               body_text = :text, body_html = :html, quoted = :quoted, confidential = :confidential
                         where id = :id and status in ('DUE', 'SENDING', 'TELL')""")
                .param("id", id)
                .param("recipient", recipient)
                .param("locale", letter.locale().toLanguageTag())
                .param("subject", letter.subject())
                .param("words", letter.words())
                .param("text", letter.text())
                .param("html", letter.html())
                .param("quoted", letter.quoted())
                .param("confidential", letter.confidential())
                .update();
    }

    public void read(CaseNumber caseNumber, Instant now) {
        jdbc.sql("""
                        update redress.message set read_at = :now
                         where case_number = :caseNumber and after_end and read_at is null""")
                .param("now", Timestamp.from(now))
                .param("caseNumber", caseNumber.value())
                .update();
    }

    /** Whether the customer wrote after a round of the case had ended. */
    boolean cameAfterEndOf(CaseNumber caseNumber, int round) {
        return jdbc.sql("""
                        select exists (select from redress.message
                                        where case_number = :caseNumber and round = :round and after_end)""")
                .param("caseNumber", caseNumber.value())
                .param("round", round)
                .query(Boolean.class)
                .single();
    }

    public void move(UUID id, Status status, Instant doneAt) {
        jdbc.sql("""
                        update redress.message
                           set status = :status, done_at = :doneAt, was_held = was_held or :status = 'HELD'
                         where id = :id""")
                .param("status", status.name())
                .param("doneAt", doneAt == null ? null : Timestamp.from(doneAt))
                .param("id", id)
                .update();
    }

    private static Message message(ResultSet row, int index) throws SQLException {
        Timestamp doneAt = row.getTimestamp("done_at");
        return new Message(
                row.getObject("id", UUID.class),
                new CaseNumber(row.getString("case_number")),
                Direction.valueOf(row.getString("direction")),
                MessageKind.valueOf(row.getString("kind")),
                row.getString("dedup"),
                row.getString("recipient"),
                Locale.forLanguageTag(row.getString("locale")),
                row.getString("signed_by"),
                row.getString("subject"),
                row.getString("words"),
                row.getString("body_text"),
                row.getString("body_html"),
                Status.valueOf(row.getString("status")),
                row.getBoolean("confidential"),
                row.getString("quoted"),
                row.getTimestamp("created_at").toInstant(),
                doneAt == null ? null : doneAt.toInstant());
    }
}
