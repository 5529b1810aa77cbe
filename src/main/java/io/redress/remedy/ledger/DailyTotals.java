package io.redress.remedy.ledger;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Complaints;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.complaint.timeline.TimelineEntry;
import io.redress.core.database.Locks;
import io.redress.people.staff.StaffNotice;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The daily totals: how much money and goods may go out in a day without a person's decision, in each currency. They
 * are a ceiling for what nobody looked at: what a person decided or approved is neither counted nor held.
 */
@Component
public class DailyTotals {

    private final RemedyProperties properties;
    private final Complaints complaints;
    private final StaffNotice alert;
    private final Locks locks;
    private final JdbcClient jdbc;
    private final Clock clock;

    DailyTotals(
            RemedyProperties properties,
            Complaints complaints,
            StaffNotice alert,
            Locks locks,
            JdbcClient jdbc,
            Clock clock) {
        this.properties = properties;
        this.complaints = complaints;
        this.alert = alert;
        this.locks = locks;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Today in the team's zone. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), properties.zone());
    }

    /** Every currency that is listed, or that something went out in today. */
    public List<DailyTotal> ofToday() {
        Map<String, BigDecimal> sent = sentToday();
        Map<String, BigDecimal> limits = properties.dailyLimits();
        sent.keySet().forEach(currency -> limits.putIfAbsent(currency, BigDecimal.ZERO));
        List<String> reached = jdbc.sql("select currency from redress.daily_total_reached where day = :today")
                .param("today", today())
                .query(String.class)
                .list();
        reached.forEach(currency -> limits.putIfAbsent(currency, BigDecimal.ZERO));
        List<DailyTotal> totals = new ArrayList<>();
        limits.forEach((currency, limit) -> totals.add(new DailyTotal(
                currency, sent.getOrDefault(currency, BigDecimal.ZERO), limit, reached.contains(currency))));
        return totals;
    }

    /**
     * Whether a remedy would take its day past the total. Until the caller's transaction ends, in which the remedy is
     * noted as sent, nobody else can look at the same currency's day.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean wouldBePassedBy(Remedy remedy) {
        if (!isAutomatic(remedy) || remedy.cost().signum() == 0) {
            return false;
        }
        locks.hold("daily total " + remedy.currency());
        BigDecimal limit = properties.dailyLimits().getOrDefault(remedy.currency(), BigDecimal.ZERO);
        BigDecimal sent = sentToday().getOrDefault(remedy.currency(), BigDecimal.ZERO);
        if (sent.add(remedy.cost()).compareTo(limit) <= 0) {
            return false;
        }
        noteReached(remedy, new DailyTotal(remedy.currency(), sent, limit, true));
        return true;
    }

    private static boolean isAutomatic(Remedy remedy) {
        return TimelineEntry.ENGINE.equals(remedy.requestedBy()) && TimelineEntry.ENGINE.equals(remedy.approvedBy());
    }

    private void noteReached(Remedy held, DailyTotal total) {
        int first = jdbc.sql("""
                        insert into redress.daily_total_reached (currency, day, case_number, reached_at)
                        values (:currency, :today, :case, :now) on conflict do nothing""")
                .param("currency", total.currency())
                .param("today", today())
                .param("case", held.caseNumber())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (first > 0) {
            tell(complaints.get(new CaseNumber(held.caseNumber())), total);
        }
    }

    private void tell(Complaint firstHeld, DailyTotal total) {
        String text = """
                Redress has sent %s of the %s %s that may go out in a day without a person's decision. The rest waits until \
                the next day, beginning with this case; what people decide goes out. All that waits: %s/stop-switch""".formatted(
                total.sent().toPlainString(), total.limit().toPlainString(), total.currency(), properties.baseUrl());
        for (String audience : List.of("leads", "managers")) {
            alert.tell(
                    firstHeld,
                    "total/" + total.currency() + "/" + today(),
                    audience,
                    "The day's total in " + total.currency() + " is reached",
                    text);
        }
    }

    /** What failed is not out; what came back later is not out either. */
    private Map<String, BigDecimal> sentToday() {
        LocalDate today = today();
        Map<String, BigDecimal> sums = new TreeMap<>();
        jdbc.sql("""
                        select currency, sum(amount + goods_value) from redress.remedy
                         where sent_at >= :from and sent_at < :until and requested_by = :engine and approved_by = :engine
                           and status in ('SENT', 'UNKNOWN', 'SETTLED') and currency is not null
                         group by currency""")
                .param(
                        "from",
                        Timestamp.from(today.atStartOfDay(properties.zone()).toInstant()))
                .param(
                        "until",
                        Timestamp.from(today.plusDays(1)
                                .atStartOfDay(properties.zone())
                                .toInstant()))
                .param("engine", TimelineEntry.ENGINE)
                .query((row, index) -> sums.put(row.getString(1), row.getBigDecimal(2)))
                .list();
        return sums;
    }
}
