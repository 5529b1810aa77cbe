package io.redress.insight.api.web;

import static io.redress.insight.api.web.CaseViews.utc;

import io.redress.complaint.file.Complaint;
import io.redress.core.text.EnumWords;
import io.redress.insight.api.web.CaseView.ItemView;
import io.redress.insight.api.web.ReceiptView.ChainView;
import io.redress.insight.api.web.ReceiptView.EntryView;
import io.redress.insight.api.web.ReceiptView.RemedyReceipt;
import io.redress.remedy.ledger.Journal;
import io.redress.remedy.ledger.Journal.Chain;
import io.redress.remedy.ledger.Journal.Link;
import io.redress.remedy.ledger.Remedy;
import io.redress.remedy.ledger.RemedyLedger;
import io.redress.remedy.ledger.RemedyStatus;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.stereotype.Component;

/** The receipts of cases, drawn up from the ledger and its journal. */
@Component
class ReceiptViews {

    private static final String CANONICAL_FORM =
            "hash = lower-case hex of SHA-256 over the UTF-8 bytes of previousHash, one line feed (U+000A) and content, "
                    + "content exactly as given here; the previousHash of position 1 is 64 zeros, that of every other "
                    + "position the hash before it; positions have no gap, and the last hash is the head.";

    private final RemedyLedger ledger;
    private final Journal journal;
    private final Clock clock;

    ReceiptViews(RemedyLedger ledger, Journal journal, Clock clock) {
        this.ledger = ledger;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * A case's receipt; an empty one for a reader who may not know of the order, since even the newest hash tells that
     * something was made good.
     */
    ReceiptView of(Complaint complaint, boolean ofOrder) {
        Chain chain = journal.of(complaint.number());
        return new ReceiptView(
                complaint.number().value(),
                utc(clock.instant()),
                ofOrder ? remedies(complaint, chain) : List.of(),
                ofOrder ? chain(chain) : null);
    }

    private List<RemedyReceipt> remedies(Complaint complaint, Chain chain) {
        return ledger.of(complaint.number()).stream()
                .map(remedy -> remedy(remedy, chain.links()))
                .toList();
    }

    private static ChainView chain(Chain chain) {
        return new ChainView(
                "SHA-256",
                CANONICAL_FORM,
                chain.head(),
                chain.intact(),
                chain.links().stream().map(ReceiptViews::entry).toList());
    }

    private static RemedyReceipt remedy(Remedy remedy, List<Link> links) {
        return new RemedyReceipt(
                remedy.id().toString(),
                EnumWords.word(remedy.kind()),
                EnumWords.word(remedy.status()),
                CaseViews.plain(remedy.amount(), remedy.currency()),
                remedy.currency(),
                CaseViews.plain(remedy.goodsValue(), remedy.currency()),
                remedy.providerReference(),
                remedy.paymentProvider(),
                remedy.paymentReference(),
                remedy.trackingCode(),
                remedy.items().stream()
                        .filter(item -> item.quantity() > 0)
                        .map(item -> new ItemView(item.sku(), item.quantity()))
                        .toList(),
                remedy.requestedBy(),
                remedy.approvedBy(),
                utc(remedy.createdAt()),
                reached(remedy, RemedyStatus.SENT, links),
                reached(remedy, RemedyStatus.SETTLED, links),
                reached(remedy, RemedyStatus.FAILED, links),
                remedy.failure());
    }

    /** When a remedy first reached this state, {@code null} where it never did. */
    private static OffsetDateTime reached(Remedy remedy, RemedyStatus status, List<Link> links) {
        return links.stream()
                .filter(link -> link.remedyId().equals(remedy.id()) && link.to() == status)
                .map(link -> utc(link.at()))
                .findFirst()
                .orElse(null);
    }

    private static EntryView entry(Link link) {
        return new EntryView(
                link.position(),
                utc(link.at()),
                link.actor(),
                link.remedyId().toString(),
                EnumWords.word(link.from()),
                EnumWords.word(link.to()),
                link.reason(),
                link.content(),
                link.previousHash(),
                link.hash());
    }
}
