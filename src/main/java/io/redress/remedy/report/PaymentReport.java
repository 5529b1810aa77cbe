package io.redress.remedy.report;

import io.redress.core.input.RefusedInput;
import io.redress.remedy.ledger.DailyTotals;
import io.redress.remedy.ledger.RemedyKind;
import io.redress.remedy.ledger.RemedyProperties;
import io.redress.remedy.ledger.RemedyStatus;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The report of what was decided to be paid and sent, whether it went out or not: what a manager looks at before the
 * switch is let go for the first time, and afterwards. Amounts are money and the price of goods, in major units. What
 * failed or was taken back is left out.
 */
@Component
public class PaymentReport {

    private static final int LONGEST = 92;

    private static final String FROM_LEDGER = "\n" + """
             from redress.remedy r
             left join lateral (select d.basis from redress.decision d
               where d.case_number = r.case_number and d.round = r.round order by d.id desc limit 1) d on true
             left join lateral (select c.approver, c.reason from redress.authority_check c
               where c.case_number = r.case_number and c.round = r.round and c.step = 'DECIDED'
               order by c.id desc limit 1) a on true
             where r.created_at >= :from and r.created_at < :until and r.status not in ('SUPERSEDED', 'FAILED')
               and""" + PendingRemedies.SENT_BY_REDRESS;

    private final JdbcClient jdbc;
    private final RemedyProperties properties;
    private final DailyTotals totals;

    PaymentReport(JdbcClient jdbc, RemedyProperties properties, DailyTotals totals) {
        this.jdbc = jdbc;
        this.properties = properties;
        this.totals = totals;
    }

    /** The days from one to another, both included, in the team's zone. */
    public record Days(LocalDate from, LocalDate to) {}

    /** @param needingApproval how many of them another person had, or still has, to approve */
    public record Line(
            LocalDate day, RemedyKind kind, String currency, int number, BigDecimal amount, int needingApproval) {}

    /**
     * One remedy.
     *
     * @param decidedBy a user id, or {@code redress} where evidence alone decided
     * @param basis what the evidence proved, in the triage table's word; empty where a person decided
     * @param approver {@code none}, {@code lead} or {@code manager}, as the authority table answered
     * @param rule the authority table's reason
     * @param approvedBy {@code null} while nobody has
     */
    public record Item(
            String caseNumber,
            Instant decidedAt,
            RemedyKind kind,
            String currency,
            BigDecimal amount,
            RemedyStatus status,
            String decidedBy,
            String basis,
            String approver,
            String rule,
            String approvedBy) {}

    /**
     * The days to report on; without a last day until today, without a first day a week.
     *
     * @throws RefusedInput where they are in the wrong order, or more than 92
     */
    public Days days(LocalDate from, LocalDate to) {
        LocalDate last = to == null ? totals.today() : to;
        LocalDate first = from == null ? last.minusDays(6) : from;
        if (first.isAfter(last)) {
            throw new RefusedInput("from", "Must not be after the last day.");
        }
        if (ChronoUnit.DAYS.between(first, last) >= LONGEST) {
            throw new RefusedInput("from", "At most " + LONGEST + " days at once.");
        }
        return new Days(first, last);
    }

    /** The sums by day, kind and currency, the latest day first. */
    public List<Line> lines(Days days) {
        return jdbc.sql("""
                        select cast(r.created_at at time zone :zone as date) as day, r.kind, r.currency, count(*) as number,
                          sum(r.amount + r.goods_value) as amount,
                          count(*) filter (where a.approver in ('lead', 'manager')) as needing""" + FROM_LEDGER + """
                         group by 1, 2, 3 order by 1 desc, 3, 2""")
                .params(window(days))
                .param("zone", properties.zone().getId())
                .query((row, index) -> new Line(
                        row.getObject("day", LocalDate.class),
                        RemedyKind.valueOf(row.getString("kind")),
                        row.getString("currency"),
                        row.getInt("number"),
                        row.getBigDecimal("amount"),
                        row.getInt("needing")))
                .list();
    }

    /** Each remedy, the latest first, at most so many. */
    public List<Item> items(Days days, int most) {
        return jdbc.sql("select r.*, coalesce(d.basis, '') as basis, coalesce(a.approver, 'none') as approver,"
                        + " coalesce(a.reason, '') as rule" + FROM_LEDGER
                        + " order by r.created_at desc, r.id limit :most")
                .params(window(days))
                .param("most", most)
                .query(PaymentReport::item)
                .list();
    }

    private Map<String, Object> window(Days days) {
        return Map.of(
                "from", start(days.from()),
                "until", start(days.to().plusDays(1)));
    }

    private Timestamp start(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(properties.zone()).toInstant());
    }

    private static Item item(ResultSet row, int index) throws SQLException {
        return new Item(
                row.getString("case_number"),
                row.getTimestamp("created_at").toInstant(),
                RemedyKind.valueOf(row.getString("kind")),
                row.getString("currency"),
                row.getBigDecimal("amount").add(row.getBigDecimal("goods_value")),
                RemedyStatus.valueOf(row.getString("status")),
                row.getString("requested_by"),
                row.getString("basis"),
                row.getString("approver"),
                row.getString("rule"),
                row.getString("approved_by"));
    }
}
