package io.redress.remedy.ledger;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.verification.evidence.EarlierRemedies.OwnRefund;
import java.math.BigDecimal;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL that reads the ledger by charge. What failed or was let go does not count. */
@Component
public class ChargeRows {

    /** Rows that count, apart from those of one case that a new decision replaces. */
    private static final String STANDING = """
            r.charge = :charge and r.kind = 'REFUND' and r.status not in ('FAILED', 'SUPERSEDED')
              and not (r.case_number = :case and r.status in ('PROPOSED', 'APPROVED'))""";

    private final JdbcClient jdbc;

    ChargeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The refunds of a charge; what a person paid in another way is not known to the provider. */
    List<OwnRefund> refunds(CaseNumber caseNumber, String charge) {
        return jdbc.sql("""
                        select r.id, r.currency, r.amount,
                               r.status = 'SETTLED' and not r.by_hand
                                 or r.status = 'SENT' and r.provider_reference is not null as at_provider
                          from redress.remedy r where\s""" + STANDING)
                .param("charge", charge)
                .param("case", caseNumber.value())
                .query((row, index) -> new OwnRefund(
                        row.getString("id"),
                        Money.of(CurrencyUnit.of(row.getString("currency")), row.getBigDecimal("amount")),
                        row.getBoolean("at_provider")))
                .list();
    }

    /** What is given back of a charge altogether, in major units. */
    public BigDecimal given(CaseNumber caseNumber, String charge) {
        return jdbc.sql("select coalesce(sum(r.amount), 0) from redress.remedy r where " + STANDING)
                .param("charge", charge)
                .param("case", caseNumber.value())
                .query(BigDecimal.class)
                .single();
    }
}
