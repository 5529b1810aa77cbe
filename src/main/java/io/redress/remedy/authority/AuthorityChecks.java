package io.redress.remedy.authority;

import io.redress.complaint.file.Complaint;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The record of what the authority table was asked and what it answered, so that each decision can be accounted for.
 */
@Component
class AuthorityChecks {

    private final JdbcClient jdbc;
    private final Clock clock;

    AuthorityChecks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void decided(Complaint complaint, String person, AuthorityQuestion stake, AuthorityTable.Answer answer) {
        keep("DECIDED", complaint, person, person, stake, answer);
    }

    void approved(
            Complaint complaint,
            String person,
            String authorityOf,
            AuthorityQuestion stake,
            AuthorityTable.Answer answer) {
        keep("APPROVED", complaint, person, authorityOf, stake, answer);
    }

    private void keep(
            String step,
            Complaint complaint,
            String person,
            String authorityOf,
            AuthorityQuestion stake,
            AuthorityTable.Answer answer) {
        jdbc.sql("""
                        insert into redress.authority_check (case_number, round, step, acted_by, authority_of, role,
                          currency, case_amount, customer_day_amount, person_day_amount, approver, reason, checked_at)
                        values (:case, :round, :step, :by, :of, :role, :currency, :caseAmount, :customerDay, :personDay,
                          :approver, :reason, :now)""")
                .param("case", complaint.number().value())
                .param("round", complaint.round())
                .param("step", step)
                .param("by", person)
                .param("of", authorityOf)
                .param("role", stake.role())
                .param("currency", stake.currency())
                .param("caseAmount", stake.caseAmount())
                .param("customerDay", stake.customerDayAmount())
                .param("personDay", stake.personDayAmount())
                .param("approver", answer.approver())
                .param("reason", answer.reason())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
