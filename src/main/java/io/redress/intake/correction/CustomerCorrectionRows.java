package io.redress.intake.correction;

import io.redress.complaint.timeline.CaseNumber;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of corrections. Rows are only added. */
@Component
class CustomerCorrectionRows {

    private final JdbcClient jdbc;

    CustomerCorrectionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(CaseNumber caseNumber, CustomerCorrections.Correction correction) {
        jdbc.sql("""
                        insert into redress.customer_correction (case_number, at, person, reason, field, was, became)
                        values (:case, :at, :person, :reason, :field, :was, :became)""")
                .param("case", caseNumber.value())
                .param("at", Timestamp.from(correction.at()))
                .param("person", correction.person())
                .param("reason", correction.reason())
                .param("field", correction.field())
                .param("was", correction.was())
                .param("became", correction.became())
                .update();
    }

    List<CustomerCorrections.Correction> newestFirst(CaseNumber caseNumber, long offset, int limit) {
        return jdbc.sql("""
                        select * from redress.customer_correction where case_number = :case
                         order by id desc offset :offset limit :limit""")
                .param("case", caseNumber.value())
                .param("offset", offset)
                .param("limit", limit)
                .query((row, index) -> new CustomerCorrections.Correction(
                        instant(row.getTimestamp("at")),
                        row.getString("person"),
                        row.getString("reason"),
                        row.getString("field"),
                        row.getString("was"),
                        row.getString("became")))
                .list();
    }

    long count(CaseNumber caseNumber) {
        return jdbc.sql("select count(*) from redress.customer_correction where case_number = :case")
                .param("case", caseNumber.value())
                .query(Long.class)
                .single();
    }

    private static Instant instant(Timestamp at) {
        return at.toInstant();
    }
}
