package io.redress.remedy.replacement;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Complaints;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.complaint.timeline.TimelineEntry;
import io.redress.core.input.RefusedInput;
import io.redress.outside.order.Fulfilment;
import io.redress.outside.order.Fulfilment.Answer;
import io.redress.outside.order.Fulfilment.Replacement;
import io.redress.outside.order.Order;
import io.redress.outside.order.ShopUnavailable;
import io.redress.outside.wire.Permit;
import io.redress.remedy.decision.RefundProposals;
import io.redress.remedy.ledger.Proposal;
import io.redress.remedy.ledger.Remedy;
import io.redress.remedy.ledger.RemedyFailed;
import io.redress.remedy.ledger.RemedyKind;
import io.redress.remedy.ledger.RemedyLedger;
import io.redress.remedy.ledger.RemedyProgress;
import io.redress.remedy.ledger.RemedyStatus;
import io.redress.remedy.owed.Certainty;
import io.redress.remedy.owed.Owed;
import io.redress.remedy.owed.OwedSums;
import io.redress.remedy.refund.OwedAtSending;
import io.redress.verification.evidence.Evidence;
import io.redress.verification.gathering.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Replacements: goods sent again, exactly once, and another way found where the warehouse has none. */
@Component
public class Replacements {

    private static final String NO_STOCK = "The warehouse cannot send it: ";

    private final Complaints complaints;
    private final RemedyLedger ledger;
    private final Fulfilment warehouse;
    private final Verification verification;
    private final OwedSums sums;
    private final RefundProposals refundProposals;
    private final PartialStock partialStock;
    private final OwedAtSending owedAtSending;
    private final ParcelWatches watches;

    Replacements(
            Complaints complaints,
            RemedyLedger ledger,
            Fulfilment warehouse,
            Verification verification,
            OwedSums sums,
            RefundProposals refundProposals,
            PartialStock partialStock,
            OwedAtSending owedAtSending,
            ParcelWatches watches) {
        this.complaints = complaints;
        this.ledger = ledger;
        this.warehouse = warehouse;
        this.verification = verification;
        this.sums = sums;
        this.refundProposals = refundProposals;
        this.partialStock = partialStock;
        this.owedAtSending = owedAtSending;
        this.watches = watches;
    }

    /**
     * Orders what is next, or asks what became of it. Safe to repeat at any moment.
     *
     * @throws ShopUnavailable where it is to be tried again later
     * @throws RemedyFailed where no later attempt can help, and a person has to look
     */
    public RemedyProgress orderNext(CaseNumber caseNumber) {
        Optional<Remedy> unavailable = ledger.nextUnhandled(caseNumber, RemedyKind.REPLACEMENT);
        Optional<Remedy> open = ledger.nextOpen(caseNumber, RemedyKind.REPLACEMENT);
        // What is out of stock waits until the rest has left: money for it ends the step.
        if (unavailable.isPresent() && (open.isEmpty() || !isOutOfStock(unavailable.get()))) {
            return notToBeHad(unavailable.get());
        }
        RemedyProgress step = open.map(
                        remedy -> remedy.status() == RemedyStatus.APPROVED ? send(remedy) : resume(remedy))
                .orElse(RemedyProgress.SHIPPED);
        watches.watchAll(caseNumber);
        return step;
    }

    private RemedyProgress notToBeHad(Remedy failed) {
        if (!isOutOfStock(failed)) {
            throw new RemedyFailed(failed.failure());
        }
        boolean others = partialStock.divide(failed)
                || ledger.nextOpen(new CaseNumber(failed.caseNumber()), RemedyKind.REPLACEMENT)
                        .isPresent();
        return others ? RemedyProgress.NEXT : noStock(failed);
    }

    private static boolean isOutOfStock(Remedy failed) {
        return failed.failure().startsWith(NO_STOCK);
    }

    /** Shipped once nothing is left to order, and nothing that was out of stock to be paid back. */
    private RemedyProgress shippedOrNext(CaseNumber caseNumber) {
        boolean more = ledger.nextOpen(caseNumber, RemedyKind.REPLACEMENT).isPresent()
                || ledger.nextUnhandled(caseNumber, RemedyKind.REPLACEMENT).isPresent();
        return more ? RemedyProgress.NEXT : RemedyProgress.SHIPPED;
    }

    /** What cannot be had is owed in money; a person says how much where that is not certain. */
    private RemedyProgress noStock(Remedy failed) {
        CaseNumber caseNumber = new CaseNumber(failed.caseNumber());
        if (unavailablePieces(caseNumber).stream()
                .anyMatch(piece -> piece.unitPrice().isZero())) {
            throw new RemedyFailed(failed.failure() + " It cost nothing, so that no money can stand in for it.");
        }
        Optional<Owed> uncertain = owedInstead(caseNumber).filter(owed -> needsPerson(owed));
        if (uncertain.isPresent()) {
            throw new RemedyFailed(failed.failure() + " " + uncertain.get().inWords());
        }
        return RemedyProgress.NO_STOCK;
    }

    private static boolean needsPerson(Owed owed) {
        return !owed.isCertain() && owed.certainty() != Certainty.NOTHING_LEFT;
    }

    private RemedyProgress send(Remedy remedy) {
        if (owedAtSending.isAllGivenBack(remedy)) {
            String why =
                    "All that was paid has been given back since it was decided. Say whether it is still to be sent.";
            ledger.fail(remedy, why);
            throw new RemedyFailed(why);
        }
        try (Permit permit = warehouse.permit()) {
            return switch (ledger.send(remedy, null, permit)) {
                case HELD -> RemedyProgress.HELD;
                // Another execution of this step may have been quicker, with an outcome that is not known yet.
                case MOVED_ON -> RemedyProgress.NEXT;
                case OVER_LIMIT, DISPUTED -> throw overLimit(remedy);
                case SENT -> call(remedy);
            };
        }
    }

    private RemedyFailed overLimit(Remedy remedy) {
        String why = "As many as were bought have been sent again already.";
        ledger.fail(remedy, why);
        return new RemedyFailed(why);
    }

    private RemedyProgress resume(Remedy remedy) {
        CaseNumber caseNumber = new CaseNumber(remedy.caseNumber());
        boolean unwanted = complaints.get(caseNumber).isWithdrawalRequested();
        if (unwanted && warehouse.cancel(replacement(remedy))) {
            ledger.stopped(remedy, "The customer took the complaint back before it was packed; it was stopped");
            return shippedOrNext(caseNumber);
        }
        return warehouse.permit().during(() -> warehouse
                .find(replacement(remedy))
                .map(made -> note(remedy, made))
                .orElseGet(() -> call(remedy)));
    }

    /** The warehouse's id of what it accepted for this remedy, empty where it accepted nothing. */
    public Optional<String> made(Remedy remedy) {
        return warehouse.find(replacement(remedy)).filter(Answer::accepted).map(Answer::id);
    }

    private RemedyProgress call(Remedy remedy) {
        try {
            return note(remedy, warehouse.order(replacement(remedy)));
        } catch (ShopUnavailable unavailable) {
            if (!unavailable.isWorthRetrying()) {
                ledger.fail(remedy, unavailable.getMessage());
                throw new RemedyFailed(unavailable.getMessage());
            }
            ledger.unknown(remedy, unavailable.getMessage());
            throw unavailable;
        }
    }

    private static Replacement replacement(Remedy remedy) {
        List<Order.Item> items = remedy.items().stream()
                .map(item -> new Order.Item(item.line(), item.sku(), item.quantity()))
                .toList();
        return new Replacement(remedy.id().toString(), remedy.caseNumber(), remedy.orderNumber(), items);
    }

    private RemedyProgress note(Remedy remedy, Answer answer) {
        if (!answer.accepted()) {
            ledger.fail(remedy, NO_STOCK + answer.reason());
            return notToBeHad(ledger.get(remedy.id()));
        }
        if (answer.trackingCode() == null) {
            ledger.pending(remedy, answer.id(), null);
            return RemedyProgress.PENDING;
        }
        ledger.settle(remedy, answer.id(), answer.trackingCode());
        CaseNumber caseNumber = new CaseNumber(remedy.caseNumber());
        return shippedOrNext(caseNumber);
    }

    /**
     * Refunds what the warehouse does not have, as far as nobody gave it back: also beside a part that was given back.
     * It needs no approval of its own, because the goods of the same price were approved.
     *
     * @return whether there is anything to refund
     * @throws RefusedInput where a person has to say how much
     */
    @Transactional
    public boolean refundInstead(CaseNumber caseNumber) {
        Complaint complaint = complaints.get(caseNumber);
        if (complaint.isWithdrawalRequested()) {
            return false;
        }
        List<Remedy> unavailable = unavailable(caseNumber);
        verification.evidence(caseNumber).map(Evidence::order).ifPresent(sums::hold);
        Optional<Owed> known = owedInstead(caseNumber);
        known.filter(owed -> needsPerson(owed)).ifPresent(owed -> {
            throw new RefusedInput("parcelChoice", owed.inWords() + " Choose another way.");
        });
        unavailable.forEach(remedy -> ledger.handled(remedy, TimelineEntry.ENGINE));
        List<Proposal> proposals = known.map(
                        owed -> refundProposals.forOwed(unavailable.get(0).orderNumber(), owed))
                .orElse(List.of());
        proposals.forEach(refund -> ledger.addApproved(
                complaint,
                refund,
                unavailable.get(0).requestedBy(),
                unavailable.get(0).approvedBy()));
        return !proposals.isEmpty();
    }

    /** The replacements of a case that could not be had and that nobody has taken care of. */
    private List<Remedy> unavailable(CaseNumber caseNumber) {
        return ledger.of(caseNumber).stream()
                .filter(remedy -> remedy.kind() == RemedyKind.REPLACEMENT)
                .filter(remedy -> remedy.status() == RemedyStatus.FAILED && remedy.handledBy() == null)
                .toList();
    }

    /** What is owed for them in money, beside what the case gives back anyway; empty where there are none. */
    private Optional<Owed> owedInstead(CaseNumber caseNumber) {
        List<Evidence.Affected> pieces = unavailablePieces(caseNumber);
        return pieces.isEmpty()
                ? Optional.empty()
                : Optional.of(sums.beside(
                        caseNumber, verification.evidence(caseNumber).orElseThrow(), pieces));
    }

    private List<Evidence.Affected> unavailablePieces(CaseNumber caseNumber) {
        Evidence evidence = verification.evidence(caseNumber).orElseThrow();
        return unavailable(caseNumber).stream()
                .flatMap(remedy -> remedy.items().stream())
                .flatMap(item -> lines(evidence.order(), item).stream())
                .toList();
    }

    /**
     * The pieces of an item by line; in rows from before lines were written down, those of the article's lines in
     * order.
     */
    private static List<Evidence.Affected> lines(Order order, Remedy.Item item) {
        List<Evidence.Affected> pieces = new ArrayList<>();
        int left = item.quantity();
        for (Order.Line line : order.lines()) {
            boolean meant = item.line() == null ? line.sku().equals(item.sku()) : line.line() == item.line();
            int part = meant ? Math.min(left, line.quantity()) : 0;
            if (part > 0) {
                pieces.add(new Evidence.Affected(line.line(), line.sku(), line.description(), part, line.unitPrice()));
                left -= part;
            }
        }
        return pieces;
    }
}
