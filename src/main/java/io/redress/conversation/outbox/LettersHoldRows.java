package io.redress.conversation.outbox;

import io.redress.complaint.timeline.CaseNumber;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of holds on letters; a case has at most one open hold. */
@Component
public class LettersHoldRows {

    private final JdbcClient jdbc;

    LettersHoldRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<LettersHold> open(CaseNumber caseNumber) {
        return find(caseNumber, "let_go_at is null");
    }

    /** The open one, else the one that was let go last. */
    public Optional<LettersHold> latest(CaseNumber caseNumber) {
        return find(caseNumber, "true");
    }

    private Optional<LettersHold> find(CaseNumber caseNumber, String condition) {
        return jdbc.sql("select * from redress.letters_hold where case_number = :case and " + condition
                        + " order by id desc limit 1")
                .param("case", caseNumber.value())
                .query((row, index) -> new LettersHold(
                        HoldReason.valueOf(row.getString("reason")),
                        row.getString("note"),
                        row.getString("held_by"),
                        row.getTimestamp("held_at").toInstant()))
                .optional();
    }

    /** @return whether nothing was held before */
    public boolean hold(CaseNumber caseNumber, LettersHold hold) {
        return jdbc.sql("""
                        insert into redress.letters_hold (case_number, reason, note, held_by, held_at)
                        values (:case, :reason, :note, :by, :since)
                        on conflict (case_number) where let_go_at is null do nothing""")
                        .param("case", caseNumber.value())
                        .param("reason", hold.reason().name())
                        .param("note", hold.note())
                        .param("by", hold.by())
                        .param("since", Timestamp.from(hold.since()))
                        .update()
                > 0;
    }

    /** @return whether something was held */
    public boolean letGo(CaseNumber caseNumber, String by, String reason, Instant now) {
        return jdbc.sql("""
                        update redress.letters_hold set let_go_by = :by, let_go_reason = :reason, let_go_at = :now
                         where case_number = :case and let_go_at is null""")
                        .param("case", caseNumber.value())
                        .param("by", by)
                        .param("reason", reason)
                        .param("now", Timestamp.from(now))
                        .update()
                > 0;
    }
}
