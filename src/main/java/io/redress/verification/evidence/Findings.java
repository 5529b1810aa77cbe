package io.redress.verification.evidence;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.timeline.CaseNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The findings of all cases. */
@Component
public class Findings {

    private final JdbcClient jdbc;

    Findings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds findings to the present round of a case, in this order. */
    public void add(Complaint complaint, List<Finding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into redress.finding (case_number, round, subject, verdict, text, found_at)
                        select :case, :round, subject, verdict, text, found_at
                          from unnest(cast(:subjects as text[]), cast(:verdicts as text[]), cast(:texts as text[]),
                                      cast(:found as timestamptz[]))
                               with ordinality as finding(subject, verdict, text, found_at, position)
                         order by position""")
                .param("case", complaint.number().value())
                .param("round", complaint.round())
                .param("subjects", column(findings, Finding::subject))
                .param("verdicts", column(findings, Finding::verdict))
                .param("texts", column(findings, Finding::text))
                .param("found", column(findings, finding -> finding.foundAt().toString()))
                .update();
    }

    private static String[] column(List<Finding> findings, Function<Finding, String> value) {
        return findings.stream().map(value).toArray(String[]::new);
    }

    /** Every finding of the case, oldest first. */
    public List<Finding> of(CaseNumber caseNumber) {
        return jdbc.sql("select * from redress.finding where case_number = :case order by id")
                .param("case", caseNumber.value())
                .query(Findings::finding)
                .list();
    }

    private static Finding finding(ResultSet row, int index) throws SQLException {
        return new Finding(
                row.getInt("round"),
                row.getString("subject"),
                row.getString("verdict"),
                row.getString("text"),
                row.getTimestamp("found_at").toInstant());
    }

    /** Forgets what was found out about one subject in the case's present round. */
    public void forget(Complaint complaint, String subject) {
        jdbc.sql("""
                        delete from redress.finding
                         where case_number = :case and round = :round and subject = :subject""")
                .param("case", complaint.number().value())
                .param("round", complaint.round())
                .param("subject", subject)
                .update();
    }

    /** Forgets everything that was found out in the case's present round. */
    public void forget(Complaint complaint) {
        jdbc.sql("delete from redress.finding where case_number = :case and round = :round")
                .param("case", complaint.number().value())
                .param("round", complaint.round())
                .update();
    }
}
