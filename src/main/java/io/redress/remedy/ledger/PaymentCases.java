package io.redress.remedy.ledger;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.outside.payment.Dispute;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The cases that a payment plays a part in: named by the complainant, found as evidence, or paid back. */
@Component
public class PaymentCases {

    /** The reference of a payment is its provider's own long random word: it stands in no other case's evidence. */
    private static final String CONCERNED = """
            select c.case_number from redress.complaint c
             where (c.payment_reference = :payment
                or exists (select 1 from redress.remedy r where r.case_number = c.case_number
                     and (r.payment_reference = :payment or r.charge = :charge))
                or (c.status not in ('CLOSED', 'WITHDRAWN') and exists (select 1 from redress.evidence e
                     where e.case_number = c.case_number and position(cast(:payment as text) in e.facts) > 0)))
            """;

    private final JdbcClient jdbc;

    PaymentCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The case that a dispute belongs to: the newest open one, or where none is open the newest. */
    public Optional<CaseNumber> latest(Dispute dispute) {
        return query(
                        CONCERNED + " order by c.status in ('CLOSED', 'WITHDRAWN'), c.created_at desc limit 1",
                        dispute.paymentReference(),
                        dispute.charge())
                .stream()
                .findFirst();
    }

    /** Every open case, oldest first. */
    public List<CaseNumber> open(String payment, String charge) {
        return query(CONCERNED + " and c.status not in ('CLOSED', 'WITHDRAWN') order by c.created_at", payment, charge);
    }

    /** Every case with a refund of the payment that was approved and not sent. */
    public List<CaseNumber> withUnsentRefund(Dispute dispute) {
        return query("""
                select distinct case_number from redress.remedy
                 where kind = 'REFUND' and status = 'APPROVED' and (payment_reference = :payment or charge = :charge)
                """, dispute.paymentReference(), dispute.charge());
    }

    private List<CaseNumber> query(String sql, String payment, String charge) {
        return payment == null && charge == null
                ? List.of()
                : jdbc.sql(sql)
                        .param("payment", payment)
                        .param("charge", charge)
                        .query((row, index) -> new CaseNumber(row.getString("case_number")))
                        .list();
    }
}
