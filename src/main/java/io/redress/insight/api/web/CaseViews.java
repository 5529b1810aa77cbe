package io.redress.insight.api.web;

import io.redress.complaint.customer.Customer;
import io.redress.complaint.file.Complaint;
import io.redress.complaint.timeline.Audience;
import io.redress.complaint.timeline.Timeline;
import io.redress.complaint.timeline.TimelineEntry;
import io.redress.complaint.tracking.TrackingLinks;
import io.redress.core.text.EnumWords;
import io.redress.insight.api.web.CaseView.CustomerView;
import io.redress.insight.api.web.CaseView.DangerView;
import io.redress.insight.api.web.CaseView.FindingView;
import io.redress.insight.api.web.CaseView.ItemView;
import io.redress.insight.api.web.CaseView.MendingView;
import io.redress.insight.api.web.CaseView.PromiseView;
import io.redress.insight.api.web.CaseView.RemedyView;
import io.redress.insight.api.web.CaseView.TimelineItem;
import io.redress.insight.api.web.CaseView.ToldView;
import io.redress.insight.api.web.CaseView.WarningView;
import io.redress.insight.casefile.OpenSteps;
import io.redress.mending.standstill.Mending;
import io.redress.mending.standstill.Mendings;
import io.redress.remedy.ledger.Remedy;
import io.redress.remedy.ledger.RemedyLedger;
import io.redress.time.clock.Deadlines;
import io.redress.time.law.LegalClockSummary;
import io.redress.verification.evidence.Finding;
import io.redress.verification.gathering.Identity;
import io.redress.verification.gathering.Verification;
import io.redress.verification.safety.Dangers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.springframework.stereotype.Component;

/**
 * The views of cases, put together from what the modules know of a case, without what a connected system is not meant
 * to see.
 */
@Component
class CaseViews {

    /** The same whether there is such an order or not, and whichever contact differs. */
    private static final String NOT_CERTAIN = "It is not certain who complains.";

    private static final int TIMELINE_PAGE = 1_000;

    private final Verification verification;
    private final Identity identity;
    private final RemedyLedger ledger;
    private final Deadlines deadlines;
    private final LegalClockSummary legal;
    private final ClockViews clocks;
    private final Timeline timeline;
    private final OpenSteps openSteps;
    private final TrackingLinks links;
    private final Mendings mendings;
    private final Dangers dangers;
    private final Clock clock;

    CaseViews(
            Verification verification,
            Identity identity,
            RemedyLedger ledger,
            Deadlines deadlines,
            LegalClockSummary legal,
            ClockViews clocks,
            Timeline timeline,
            OpenSteps openSteps,
            TrackingLinks links,
            Mendings mendings,
            Dangers dangers,
            Clock clock) {
        this.verification = verification;
        this.identity = identity;
        this.ledger = ledger;
        this.deadlines = deadlines;
        this.legal = legal;
        this.clocks = clocks;
        this.timeline = timeline;
        this.openSteps = openSteps;
        this.links = links;
        this.mendings = mendings;
        this.dangers = dangers;
        this.clock = clock;
    }

    /** @param ofOrder whether the reader may know of the order */
    CaseView of(Complaint complaint, boolean forStaff, boolean ofOrder) {
        var customer = complaint.customer();
        return new CaseView(
                complaint.number().value(),
                EnumWords.word(complaint.status()),
                ofOrder ? stage(complaint) : EnumWords.word(complaint.status()),
                EnumWords.word(complaint.claim()),
                ofOrder ? EnumWords.word(complaint.cause()) : null,
                EnumWords.word(complaint.channel()),
                complaint.externalId(),
                utc(complaint.receivedAt()),
                utc(complaint.closedAt()),
                EnumWords.word(complaint.severity()),
                complaint.priority(),
                complaint.team(),
                complaint.teams(),
                complaint.owner(),
                complaint.round(),
                new CustomerView(
                        customer.name(), customer.email(), customer.phone(), customer.locale(), customer.timeZone()),
                identity.isSettled(complaint) ? "settled" : "open",
                warnings(customer),
                ofOrder ? complaint.orderNumber() : complaint.namedOrderNumber(),
                complaint.subject(),
                complaint.description(),
                findings(complaint, ofOrder),
                ofOrder
                        ? ledger.of(complaint.number()).stream()
                                .map(CaseViews::remedy)
                                .toList()
                        : List.of(),
                promises(complaint, forStaff),
                forStaff ? clocks.of(complaint.number()) : List.of(),
                EnumWords.word(complaint.outcome()),
                forStaff ? legal.keepUntil(complaint.number()).orElse(null) : null,
                forStaff ? null : links.url(complaint),
                ofOrder
                        ? mendings.openOf(complaint.number())
                                .map(CaseViews::mending)
                                .orElse(null)
                        : null,
                EnumWords.word(complaint.danger()),
                forStaff ? danger(complaint) : null);
    }

    private DangerView danger(Complaint complaint) {
        return dangers.of(complaint.number())
                .map(known -> new DangerView(
                        known.why(),
                        utc(known.since()),
                        known.saidBy(),
                        utc(known.saidAt()),
                        known.claimedBy(),
                        utc(known.claimedAt()),
                        dangers.told(complaint.number()).stream()
                                .map(told -> new ToldView(told.to(), utc(told.at())))
                                .toList()))
                .orElse(null);
    }

    private static MendingView mending(Mending mending) {
        return new MendingView(mending.step(), mending.reason(), utc(mending.since()));
    }

    /**
     * One page of what happened, oldest first.
     *
     * @param page 0 for the latest entries, 1 for those before them
     * @param ofOrder whether the reader may know of the order
     */
    List<TimelineItem> timeline(Complaint complaint, int page, Audience readers, boolean ofOrder) {
        return timeline.latest(complaint.number(), readers, (long) page * TIMELINE_PAGE, TIMELINE_PAGE).stream()
                .filter(entry -> ofOrder || !entry.kind().tellsOfOrder())
                .map(entry -> new TimelineItem(
                        utc(entry.at()),
                        entry.actor(),
                        entry.onBehalfOf(),
                        entry.kind().word(),
                        ofOrder ? entry.text() : plainly(entry)))
                .toList();
    }

    /** The title of a message says what was found. */
    private static String plainly(TimelineEntry entry) {
        return switch (entry.kind()) {
            case MESSAGE_SENT -> "A message was sent by mail";
            case MESSAGE_TOLD -> "A message was told";
            case MESSAGE_TO_TELL -> "A message waits for somebody to tell it";
            default -> entry.text();
        };
    }

    private String stage(Complaint complaint) {
        List<String> open = openSteps.of(complaint.number());
        return open.isEmpty() ? EnumWords.word(complaint.status()) : String.join(", ", open);
    }

    /** Nothing about an order is told to anybody who has not shown that it is theirs. */
    private List<FindingView> findings(Complaint complaint, boolean ofOrder) {
        return verification.findings(complaint.number()).stream()
                .filter(finding -> ofOrder || finding.subject().equals("identity"))
                .map(finding -> ofOrder ? finding(finding, finding.verdict(), finding.text()) : notCertain(finding))
                .toList();
    }

    private static FindingView notCertain(Finding finding) {
        return finding(finding, "open", NOT_CERTAIN);
    }

    private static FindingView finding(Finding finding, String verdict, String text) {
        return new FindingView(finding.subject(), verdict, text, utc(finding.foundAt()));
    }

    private static List<WarningView> warnings(Customer customer) {
        return customer.unreadableContacts().stream()
                .map(contact -> new WarningView("customer." + contact.field(), contact.warning()))
                .toList();
    }

    /** Staff also see the dates that others have set us. */
    private List<PromiseView> promises(Complaint complaint, boolean forStaff) {
        Instant now = clock.instant();
        return deadlines.of(complaint.number()).stream()
                .filter(promise -> promise.kind().isPromise()
                        || forStaff
                                && promise.kind().isSetByOthers()
                                && promise.kind().isOwed())
                .map(promise -> new PromiseView(
                        EnumWords.word(promise.kind()),
                        utc(promise.promisedBy(now)),
                        utc(promise.metAt()),
                        utc(promise.stoppedAt()),
                        promise.round(),
                        promise.isPaused()))
                .toList();
    }

    private static RemedyView remedy(Remedy remedy) {
        return new RemedyView(
                remedy.id().toString(),
                EnumWords.word(remedy.kind()),
                plain(remedy.amount(), remedy.currency()),
                remedy.currency(),
                plain(remedy.goodsValue(), remedy.currency()),
                EnumWords.word(remedy.status()),
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
