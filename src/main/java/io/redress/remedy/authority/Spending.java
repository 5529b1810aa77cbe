package io.redress.remedy.authority;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.verification.evidence.CaseTraits.Kind;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The amounts that were decided on, in major units: money and the price of goods, proposals included. What failed still
 * counts until somebody has taken care of it, because it is still owed.
 */
@Component
class Spending {

    private static final String COUNTS =
            " r.status <> 'SUPERSEDED' and not (r.status = 'FAILED' and r.handled_by is not null) ";

    private static final List<String> CUSTOMER =
            Kind.OF_A_CUSTOMER.stream().map(Enum::name).toList();

    private final JdbcClient jdbc;

    Spending(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The currencies that a case is decided in; none where no money or goods are concerned. */
    List<String> currencies(CaseNumber caseNumber) {
        return jdbc.sql("select distinct r.currency from redress.remedy r where r.case_number = :case and" + COUNTS
                        + "and r.amount + r.goods_value > 0 order by 1")
                .param("case", caseNumber.value())
                .query(String.class)
                .list();
    }

    /** What a case costs altogether, whenever it was decided. */
    BigDecimal ofCase(CaseNumber caseNumber) {
        return jdbc.sql("select coalesce(sum(r.amount + r.goods_value), 0) from redress.remedy r"
                        + " where r.case_number = :case and" + COUNTS)
                .param("case", caseNumber.value())
                .query(BigDecimal.class)
                .single();
    }

    /** What was decided since then for the customer of a case, over all their cases, contacts and accounts. */
    BigDecimal ofCustomer(CaseNumber caseNumber, String currency, Instant since) {
        return jdbc.sql("""
                        with cases as (
                          select theirs.case_number from redress.case_trait mine
                            join redress.case_trait theirs using (kind, hash)
                           where mine.case_number = :case and mine.kind in (:kinds)
                          union select cast(:case as text))
                        select coalesce(sum(r.amount + r.goods_value), 0) from redress.remedy r join cases using (case_number)
                         where r.currency = :currency and r.created_at > :since and""" + COUNTS)
                .param("case", caseNumber.value())
                .param("kinds", CUSTOMER)
                .param("currency", currency)
                .param("since", Timestamp.from(since))
                .query(BigDecimal.class)
                .single();
    }

    /**
     * What a person decided since then on their own authority, this case included, and what was approved on it. What
     * waits for another person's approval is not theirs to spend.
     */
    BigDecimal ofPerson(String person, CaseNumber caseNumber, String currency, Instant since) {
        return jdbc.sql("""
                        select (select coalesce(sum(r.amount + r.goods_value), 0) from redress.remedy r
                                 where r.requested_by = :person and r.currency = :currency and r.created_at > :since
                                   and (r.approved_by = :person or r.approved_by is null and r.case_number = :case)
                                   and""" + COUNTS + """
                               ) + (select coalesce(sum(c.case_amount), 0) from redress.authority_check c
                                 where c.step = 'APPROVED' and c.authority_of = :person
                                   and c.currency = :currency and c.checked_at > :since)""")
                .param("person", person)
                .param("case", caseNumber.value())
                .param("currency", currency)
                .param("since", Timestamp.from(since))
                .query(BigDecimal.class)
                .single();
    }
}
