package io.redress.insight.web;

import io.redress.complaint.Complaint;
import io.redress.complaint.Timeline;
import io.redress.complaint.TrackingLinks;
import io.redress.complaint.Words;
import io.redress.deadline.Deadlines;
import io.redress.deadline.Laws;
import io.redress.insight.OpenSteps;
import io.redress.insight.web.CaseView.CustomerView;
import io.redress.insight.web.CaseView.FindingView;
import io.redress.insight.web.CaseView.ItemView;
import io.redress.insight.web.CaseView.PromiseView;
import io.redress.insight.web.CaseView.RemedyView;
import io.redress.insight.web.CaseView.TimelineItem;
import io.redress.remedy.Remedy;
import io.redress.remedy.RemedyLedger;
import io.redress.verification.Finding;
import io.redress.verification.Verification;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.springframework.stereotype.Component;

/** Puts together what the rooms know of a case, and leaves out what a connected system is not meant to see. */
@Component
class CaseViews {

    private static final Set<String> AMONG_STAFF = Set.of(
            "advice",
            "note",
            "message_read",
            "verdict",
            "triaged",
            "approval_needed",
            "approval_refused",
            "dispute_opened",
            "dispute_answered",
            "handed_over");

    private final Verification verification;
    private final RemedyLedger ledger;
    private final Deadlines deadlines;
    private final Laws legal;
    private final ClockViews clocks;
    private final Timeline timeline;
    private final OpenSteps openSteps;
    private final TrackingLinks links;

    CaseViews(
            Verification verification,
            RemedyLedger ledger,
            Deadlines deadlines,
            Laws legal,
            ClockViews clocks,
            Timeline timeline,
            OpenSteps openSteps,
            TrackingLinks links) {
        this.verification = verification;
        this.ledger = ledger;
        this.deadlines = deadlines;
        this.legal = legal;
        this.clocks = clocks;
        this.timeline = timeline;
        this.openSteps = openSteps;
        this.links = links;
    }

    CaseView of(Complaint complaint, boolean forStaff) {
        var customer = complaint.customer();
        return new CaseView(
                complaint.number().value(),
                Words.word(complaint.status()),
                stage(complaint),
                Words.word(complaint.claim()),
                Words.word(complaint.cause()),
                Words.word(complaint.channel()),
                complaint.externalId(),
                utc(complaint.receivedAt()),
                utc(complaint.closedAt()),
                Words.word(complaint.severity()),
                complaint.priority(),
                complaint.team(),
                complaint.owner(),
                complaint.round(),
                new CustomerView(
                        customer.name(), customer.email(), customer.phone(), customer.locale(), customer.timeZone()),
                complaint.orderNumber(),
                complaint.subject(),
                complaint.description(),
                findings(complaint, forStaff),
                ledger.of(complaint.number()).stream().map(CaseViews::remedy).toList(),
                promises(complaint, forStaff),
                forStaff ? clocks.of(complaint.number()) : List.of(),
                Words.word(complaint.outcome()),
                forStaff ? legal.keepUntil(complaint.number()).orElse(null) : null,
                links.url(complaint));
    }

    List<TimelineItem> timeline(Complaint complaint, boolean forStaff) {
        return timeline.of(complaint.number()).stream()
                .filter(entry -> forStaff || !AMONG_STAFF.contains(entry.kind()))
                .map(entry -> new TimelineItem(
                        utc(entry.at()), entry.actor(), entry.onBehalfOf(), entry.kind(), entry.text()))
                .toList();
    }

    private String stage(Complaint complaint) {
        List<String> open = openSteps.of(complaint.number());
        return open.isEmpty() ? Words.word(complaint.status()) : String.join(", ", open);
    }

    /** Nothing of an order is told to who did not show that it is theirs. */
    private List<FindingView> findings(Complaint complaint, boolean forStaff) {
        boolean toldAll = forStaff
                || verification
                        .evidence(complaint.number())
                        .map(evidence -> evidence.identityConfirmed())
                        .orElse(false);
        return verification.findings(complaint.number()).stream()
                .filter(finding -> toldAll || finding.subject().equals("identity"))
                .map(CaseViews::finding)
                .toList();
    }

    private static FindingView finding(Finding finding) {
        return new FindingView(finding.subject(), finding.verdict(), finding.text(), utc(finding.foundAt()));
    }

    /** Staff also see the dates that others have set us. */
    private List<PromiseView> promises(Complaint complaint, boolean forStaff) {
        return deadlines.of(complaint.number()).stream()
                .filter(clock -> clock.kind().isPromise()
                        || forStaff
                                && clock.kind().isSetByOthers()
                                && clock.kind().isOwed())
                .map(clock -> new PromiseView(
                        Words.word(clock.kind()),
                        utc(clock.promisedBy()),
                        utc(clock.metAt()),
                        utc(clock.stoppedAt()),
                        clock.round(),
                        clock.isPaused()))
                .toList();
    }

    private static RemedyView remedy(Remedy remedy) {
        return new RemedyView(
                remedy.id().toString(),
                Words.word(remedy.kind()),
                plain(remedy.amount(), remedy.currency()),
                remedy.currency(),
                plain(remedy.goodsValue(), remedy.currency()),
                Words.word(remedy.status()),
                remedy.providerReference(),
                remedy.trackingCode(),
                remedy.failure(),
                remedy.items().stream()
                        .filter(item -> item.quantity() > 0)
                        .map(item -> new ItemView(item.sku(), item.quantity()))
                        .toList());
    }

    static String plain(BigDecimal amount, String currency) {
        int decimals = currency == null ? 2 : CurrencyUnit.of(currency).getDecimalPlaces();
        return amount.setScale(decimals, RoundingMode.UNNECESSARY).toPlainString();
    }

    static OffsetDateTime utc(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
