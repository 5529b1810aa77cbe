package io.redress.remedy.report;

import io.redress.remedy.ledger.RemedyKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The remedies that may go out and have not: held by the switch or by a day's total, or about to leave. Amounts are in
 * major units.
 */
@Component
public class PendingRemedies {

    static final String SENT_BY_REDRESS = " r.kind in ('REFUND', 'REPLACEMENT', 'GOODWILL') ";

    private final JdbcClient jdbc;

    PendingRemedies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What waits of one kind in one currency, money or the price of goods. */
    public record Sum(RemedyKind kind, String currency, int number, BigDecimal amount) {}

    /** One remedy that waits, since when, and who decided it. */
    public record Item(
            String caseNumber, RemedyKind kind, String currency, BigDecimal amount, Instant since, String decidedBy) {}

    public List<Sum> sums() {
        return jdbc.sql("""
                        select r.kind, r.currency, count(*) as number, sum(r.amount + r.goods_value) as amount
                          from redress.remedy r where r.status = 'APPROVED' and""" + SENT_BY_REDRESS + """
                         group by r.kind, r.currency order by r.currency, r.kind""")
                .query((row, index) -> new Sum(
                        RemedyKind.valueOf(row.getString("kind")),
                        row.getString("currency"),
                        row.getInt("number"),
                        row.getBigDecimal("amount")))
                .list();
    }

    /** The ones that have waited longest, at most so many. */
    public List<Item> longest(int most) {
        return jdbc.sql("""
                        select r.case_number, r.kind, r.currency, r.amount + r.goods_value as amount, r.changed_at,
                          r.requested_by from redress.remedy r where r.status = 'APPROVED' and""" + SENT_BY_REDRESS + """
                         order by r.changed_at, r.id limit :most""")
                .param("most", most)
                .query((row, index) -> new Item(
                        row.getString("case_number"),
                        RemedyKind.valueOf(row.getString("kind")),
                        row.getString("currency"),
                        row.getBigDecimal("amount"),
                        row.getTimestamp("changed_at").toInstant(),
                        row.getString("requested_by")))
                .list();
    }
}
