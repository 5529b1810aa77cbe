package io.redress.remedy.report.web;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.core.staff.People;
import io.redress.core.text.EnumWords;
import io.redress.people.visibility.Visibility;
import io.redress.remedy.ledger.DailyTotals;
import io.redress.remedy.ledger.StopSwitch;
import io.redress.remedy.ledger.StopSwitch.Setting;
import io.redress.remedy.report.PaymentReport;
import io.redress.remedy.report.PaymentReport.Days;
import io.redress.remedy.report.PaymentReport.Item;
import io.redress.remedy.report.PendingRemedies;
import io.redress.remedy.report.web.StopSwitchView.Change;
import io.redress.remedy.report.web.StopSwitchView.SumView;
import io.redress.remedy.report.web.StopSwitchView.TotalView;
import io.redress.remedy.report.web.StopSwitchView.WaitingView;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.springframework.stereotype.Component;

/** The switch, the day's totals, what waits and what was decided, in the words of API and page. */
@Component
class StopSwitchViews {

    private static final int MOST_CASES = 200;
    private static final int MOST_ITEMS = 1_000;

    private final StopSwitch stopSwitch;
    private final DailyTotals totals;
    private final PendingRemedies waiting;
    private final PaymentReport report;
    private final Visibility visibility;
    private final People people;

    StopSwitchViews(
            StopSwitch stopSwitch,
            DailyTotals totals,
            PendingRemedies waiting,
            PaymentReport report,
            Visibility visibility,
            People people) {
        this.stopSwitch = stopSwitch;
        this.totals = totals;
        this.waiting = waiting;
        this.report = report;
        this.visibility = visibility;
        this.people = people;
    }

    StopSwitchView now() {
        Setting setting = stopSwitch.setting();
        return new StopSwitchView(
                setting.held(),
                EnumWords.word(stopSwitch.mode()),
                setting.reason(),
                setting.changedBy(),
                setting.changedAt(),
                totals.ofToday().stream()
                        .map(total -> new TotalView(
                                total.currency(),
                                plain(total.sent(), total.currency()),
                                plain(total.limit(), total.currency()),
                                total.reached()))
                        .toList(),
                waiting(),
                stopSwitch.history().stream()
                        .map(change ->
                                new Change(change.held(), change.reason(), change.changedBy(), change.changedAt()))
                        .toList());
    }

    private WaitingView waiting() {
        List<SumView> sums = waiting.sums().stream()
                .map(sum -> new SumView(
                        EnumWords.word(sum.kind()), sum.currency(), sum.number(), plain(sum.amount(), sum.currency())))
                .toList();
        return new WaitingView(
                sums.stream().mapToInt(SumView::number).sum(),
                sums,
                seen(waiting.longest(MOST_CASES), PendingRemedies.Item::caseNumber).stream()
                        .map(item -> new StopSwitchView.ItemView(
                                item.caseNumber(),
                                EnumWords.word(item.kind()),
                                item.currency(),
                                plain(item.amount(), item.currency()),
                                item.since(),
                                item.decidedBy()))
                        .toList());
    }

    ReportView report(Days days) {
        List<Item> items = report.items(days, MOST_ITEMS + 1);
        return new ReportView(
                days.from(),
                days.to(),
                report.lines(days).stream()
                        .map(line -> new ReportView.LineView(
                                line.day(),
                                EnumWords.word(line.kind()),
                                line.currency(),
                                line.number(),
                                plain(line.amount(), line.currency()),
                                line.needingApproval()))
                        .toList(),
                seen(items.stream().limit(MOST_ITEMS).toList(), Item::caseNumber).stream()
                        .map(StopSwitchViews::view)
                        .toList(),
                items.size() > MOST_ITEMS);
    }

    /** Every item, for a file. */
    List<ReportView.ItemView> all(Days days) {
        return seen(report.items(days, Integer.MAX_VALUE), Item::caseNumber).stream()
                .map(StopSwitchViews::view)
                .toList();
    }

    /** Those about cases that the reader may see. */
    private <T> List<T> seen(List<T> items, Function<T, String> caseNumber) {
        Set<CaseNumber> cases =
                items.stream().map(caseNumber).map(CaseNumber::new).collect(Collectors.toSet());
        Set<CaseNumber> visible = visibility.visible(people.currentUserId(), cases);
        return items.stream()
                .filter(item -> visible.contains(new CaseNumber(caseNumber.apply(item))))
                .toList();
    }

    private static ReportView.ItemView view(Item item) {
        String state =
                switch (item.status()) {
                    case PROPOSED -> "needs_approval";
                    case APPROVED -> "waiting";
                    default -> "sent";
                };
        return new ReportView.ItemView(
                item.caseNumber(),
                item.decidedAt(),
                EnumWords.word(item.kind()),
                item.currency(),
                plain(item.amount(), item.currency()),
                state,
                item.decidedBy(),
                item.basis(),
                item.approver(),
                item.rule(),
                item.approvedBy());
    }

    private static String plain(BigDecimal amount, String currency) {
        int decimals = currency == null ? 2 : CurrencyUnit.of(currency).getDecimalPlaces();
        return amount.setScale(decimals, RoundingMode.HALF_UP).toPlainString();
    }
}
