package io.redress.conversation.attention;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.conversation.outbox.HoldReason;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of cases that need attention. */
@Component
class AttentionRows {

    private final JdbcClient jdbc;

    AttentionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return whether it was not known of the case before */
    boolean add(CaseNumber caseNumber, HoldReason reason, String why, Instant since) {
        return jdbc.sql("""
                        insert into redress.attention (case_number, reason, why, since)
                        values (:case, :reason, :why, :since)
                        on conflict do nothing""")
                        .param("case", caseNumber.value())
                        .param("reason", reason.name())
                        .param("why", why)
                        .param("since", Timestamp.from(since))
                        .update()
                > 0;
    }

    /** Notes a day on which the customer wrote or called. @return how many days there are */
    int spokeOn(CaseNumber caseNumber, LocalDate day) {
        jdbc.sql("insert into redress.customer_day (case_number, day) values (:case, :day) on conflict do nothing")
                .param("case", caseNumber.value())
                .param("day", day)
                .update();
        return jdbc.sql("select count(*) from redress.customer_day where case_number = :case")
                .param("case", caseNumber.value())
                .query(Integer.class)
                .single();
    }
}
