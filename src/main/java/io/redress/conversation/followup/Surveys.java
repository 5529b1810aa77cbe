package io.redress.conversation.followup;

import io.redress.complaint.file.Complaint;
import java.sql.Timestamp;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of the follow-up answers, one for each round of a case. */
@Component
class Surveys {

    private final JdbcClient jdbc;

    Surveys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return whether it is the first of its round */
    boolean insert(Survey survey) {
        return jdbc.sql("""
                        insert into redress.survey (case_number, round, resolved, score, comment, answered_at)
                        values (:caseNumber, :round, :resolved, :score, :comment, :answeredAt)
                        on conflict do nothing""")
                        .param("caseNumber", survey.caseNumber())
                        .param("round", survey.round())
                        .param("resolved", survey.resolved())
                        .param("score", survey.score())
                        .param("comment", survey.comment())
                        .param("answeredAt", Timestamp.from(survey.answeredAt()))
                        .update()
                > 0;
    }

    Optional<Survey> ofRound(Complaint complaint) {
        return jdbc.sql("select * from redress.survey where case_number = :caseNumber and round = :round")
                .param("caseNumber", complaint.number().value())
                .param("round", complaint.round())
                .query((row, index) -> new Survey(
                        row.getString("case_number"),
                        row.getInt("round"),
                        row.getBoolean("resolved"),
                        row.getObject("score", Integer.class),
                        row.getString("comment"),
                        row.getTimestamp("answered_at").toInstant()))
                .optional();
    }
}
