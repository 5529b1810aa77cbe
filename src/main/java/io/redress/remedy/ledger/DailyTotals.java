package io.redress.remedy.ledger;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Complaints;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.complaint.timeline.TimelineEntry;
import io.redress.people.staff.StaffNotice;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The daily totals: how much money and goods may go out in a day without a person's decision, in each currency. They
 * are a ceiling for what nobody looked at: what a person decided or approved is neither counted nor held.
 */
@Component
public class DailyTotals {

    private final RemedyProperties properties;
    private final Complaints complaints;
    private final StaffNotice alert;
    private final DaySums sums;
    private final JdbcClient jdbc;
    private final TransactionTemplate ownTransaction;
    private final Clock clock;
    private final Set<Day> begun = ConcurrentHashMap.newKeySet();

    DailyTotals(
            RemedyProperties properties,
            Complaints complaints,
            StaffNotice alert,
            DaySums sums,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.properties = properties;
        this.complaints = complaints;
        this.alert = alert;
        this.sums = sums;
        this.jdbc = jdbc;
        this.ownTransaction = new TransactionTemplate(transactions);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    private record Day(String currency, LocalDate day) {}

    /** Today in the team's zone. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), properties.zone());
    }

    /** Every currency that is listed, or that something went out in today. */
    public List<DailyTotal> ofToday() {
        LocalDate today = today();
        Map<String, BigDecimal> limits = properties.dailyLimits();
        Map<String, BigDecimal> sent = sums.of(today);
        limits.keySet().stream()
                .filter(currency -> !sent.containsKey(currency))
                .forEach(currency -> begin(currency, today));
        sent.putAll(sums.of(today));
        sent.keySet().forEach(currency -> limits.putIfAbsent(currency, BigDecimal.ZERO));
        List<String> reached = jdbc.sql("select currency from redress.daily_total_reached where day = :today")
                .param("today", today)
                .query(String.class)
                .list();
        reached.forEach(currency -> limits.putIfAbsent(currency, BigDecimal.ZERO));
        List<DailyTotal> totals = new ArrayList<>();
        limits.forEach((currency, limit) -> totals.add(new DailyTotal(
                currency, sent.getOrDefault(currency, BigDecimal.ZERO), limit, reached.contains(currency))));
        return totals;
    }

    /**
     * Begins the day's sum that a remedy is going to be part of, unless it has begun; in a transaction of its own, so that
     * it is there for everybody before anything is sent.
     */
    void begin(Remedy remedy) {
        if (isCounted(remedy)) {
            begin(remedy.currency(), today());
        }
    }

    private void begin(String currency, LocalDate day) {
        Day one = new Day(currency, day);
        if (!begun.contains(one)) {
            ownTransaction.executeWithoutResult(status -> sums.begin(currency, day));
            begun.removeIf(earlier -> earlier.day().isBefore(day));
            begun.add(one);
        }
    }

    /** Whether a remedy that is not sent yet would take its day past the total, as far as that can be told now. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean wouldBePassedBy(Remedy remedy) {
        return isCounted(remedy)
                && sums.of(remedy.currency(), today())
                        .filter(sent -> isBeyond(remedy, sent.add(remedy.cost())))
                        .isPresent();
    }

    /**
     * Whether a remedy that has just been noted as sent is counted, and within its day's total. Until the caller's
     * transaction ends nobody else can send in the same currency.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean isWithin(Remedy remedy) {
        if (!isCounted(remedy)) {
            return true;
        }
        Optional<BigDecimal> sent = sums.of(remedy.currency(), today());
        if (sent.isEmpty()) {
            begun.remove(new Day(remedy.currency(), today()));
        }
        return sent.filter(sum -> sum.compareTo(limit(remedy)) <= 0).isPresent();
    }

    private boolean isBeyond(Remedy remedy, BigDecimal sum) {
        BigDecimal limit = limit(remedy);
        boolean beyond = sum.compareTo(limit) > 0;
        if (beyond) {
            noteReached(remedy, new DailyTotal(remedy.currency(), sum.subtract(remedy.cost()), limit, true));
        }
        return beyond;
    }

    private BigDecimal limit(Remedy remedy) {
        return properties.dailyLimits().getOrDefault(remedy.currency(), BigDecimal.ZERO);
    }

    private static boolean isCounted(Remedy remedy) {
        return isAutomatic(remedy) && remedy.cost().signum() != 0;
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
}
