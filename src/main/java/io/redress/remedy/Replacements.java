package io.redress.remedy;

import io.redress.complaint.CaseNumber;
import io.redress.complaint.Complaint;
import io.redress.complaint.Complaints;
import io.redress.order.Fulfilment;
import io.redress.order.Fulfilment.Answer;
import io.redress.order.Fulfilment.Replacement;
import io.redress.order.Order;
import io.redress.order.ShopUnavailable;
import io.redress.verification.Evidence;
import io.redress.verification.Verification;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sends goods again, exactly once, and finds another way where the warehouse has none. */
@Component
public class Replacements {

    private static final String NO_STOCK = "The warehouse cannot send it: ";

    private final Complaints complaints;
    private final RemedyLedger ledger;
    private final Fulfilment warehouse;
    private final Verification verification;
    private final RefundProposals refundProposals;
    private final PartialStock partialStock;
    private final ParcelWatches watches;

    Replacements(
            Complaints complaints,
            RemedyLedger ledger,
            Fulfilment warehouse,
            Verification verification,
            RefundProposals refundProposals,
            PartialStock partialStock,
            ParcelWatches watches) {
        this.complaints = complaints;
        this.ledger = ledger;
        this.warehouse = warehouse;
        this.verification = verification;
        this.refundProposals = refundProposals;
        this.partialStock = partialStock;
        this.watches = watches;
    }

    /**
     * Orders what is next, or asks what became of it. Safe to repeat at any moment.
     *
     * @throws ShopUnavailable where it is to be tried again later
     * @throws RemedyFailed where no later attempt can help, and a person has to look
     */
    public Step orderNext(CaseNumber caseNumber) {
        Optional<Remedy> unavailable = ledger.nextUnhandled(caseNumber, RemedyKind.REPLACEMENT);
        if (unavailable.isPresent()) {
            return notToBeHad(unavailable.get());
        }
        Step step = ledger.nextOpen(caseNumber, RemedyKind.REPLACEMENT)
                .map(remedy -> remedy.status() == RemedyStatus.APPROVED ? send(remedy) : resume(remedy))
                .orElse(Step.SHIPPED);
        watches.watchAll(caseNumber);
        return step;
    }

    private Step notToBeHad(Remedy failed) {
        if (!failed.failure().startsWith(NO_STOCK)) {
            throw new RemedyFailed(failed.failure());
        }
        return partialStock.divide(failed) ? Step.NEXT : Step.NO_STOCK;
    }

    private Step send(Remedy remedy) {
        return switch (ledger.send(remedy, null)) {
            case HELD -> Step.HELD;
            // Another execution of this step may have been quicker, with an outcome that is not known yet.
            case MOVED_ON -> Step.NEXT;
            case OVER_LIMIT, DISPUTED -> throw overLimit(remedy);
            case SENT -> call(remedy);
        };
    }

    private RemedyFailed overLimit(Remedy remedy) {
        String why = "As many as were bought have been sent again already.";
        ledger.fail(remedy, why);
        return new RemedyFailed(why);
    }

    private Step resume(Remedy remedy) {
        CaseNumber caseNumber = new CaseNumber(remedy.caseNumber());
        boolean unwanted = complaints.get(caseNumber).isWithdrawalRequested();
        if (unwanted && warehouse.cancel(replacement(remedy))) {
            ledger.stopped(remedy, "The customer took the complaint back before it was packed; it was stopped");
            return ledger.nextOpen(caseNumber, RemedyKind.REPLACEMENT).isPresent() ? Step.NEXT : Step.SHIPPED;
        }
        Optional<Answer> made = warehouse.find(replacement(remedy));
        return made.isPresent() ? note(remedy, made.get()) : call(remedy);
    }

    /** The warehouse's id of what it accepted for this remedy, empty where it accepted nothing. */
    Optional<String> made(Remedy remedy) {
        return warehouse.find(replacement(remedy)).filter(Answer::accepted).map(Answer::id);
    }

    private Step call(Remedy remedy) {
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
                .map(item -> new Order.Item(item.sku(), item.quantity()))
                .toList();
        return new Replacement(remedy.id().toString(), remedy.caseNumber(), remedy.orderNumber(), items);
    }

    private Step note(Remedy remedy, Answer answer) {
        if (!answer.accepted()) {
            ledger.fail(remedy, NO_STOCK + answer.reason());
            return notToBeHad(ledger.get(remedy.id()));
        }
        if (answer.trackingCode() == null) {
            ledger.pending(remedy, answer.id(), null);
            return Step.PENDING;
        }
        ledger.settle(remedy, answer.id(), answer.trackingCode());
        CaseNumber caseNumber = new CaseNumber(remedy.caseNumber());
        return ledger.nextOpen(caseNumber, RemedyKind.REPLACEMENT).isPresent() ? Step.NEXT : Step.SHIPPED;
    }

    /**
     * Proposes a refund for what the warehouse does not have, as far as the case does not refund it already. It needs no
     * approval of its own, because the goods of the same price were approved.
     *
     * @return whether there is anything to refund
     */
    @Transactional
    public boolean refundInstead(CaseNumber caseNumber) {
        Complaint complaint = complaints.get(caseNumber);
        if (complaint.isWithdrawalRequested()) {
            return false;
        }
        Evidence evidence = verification.evidence(caseNumber).orElseThrow();
        List<Remedy> all = ledger.of(caseNumber);
        Set<String> refunded = all.stream()
                .filter(remedy -> remedy.kind() == RemedyKind.REFUND)
                .filter(remedy -> remedy.status().isOpen()
                        || remedy.status() == RemedyStatus.SETTLED
                        || remedy.status() == RemedyStatus.FAILED && remedy.handledBy() == null)
                .flatMap(remedy -> remedy.items().stream())
                .map(Remedy.Item::sku)
                .collect(Collectors.toSet());
        List<Remedy> unavailable = all.stream()
                .filter(remedy -> remedy.kind() == RemedyKind.REPLACEMENT)
                .filter(remedy -> remedy.status() == RemedyStatus.FAILED && remedy.handledBy() == null)
                .toList();
        boolean due = false;
        for (Remedy remedy : unavailable) {
            ledger.handled(remedy, "redress");
            List<Evidence.Affected> missing = evidence.affected().stream()
                    .filter(part -> !refunded.contains(part.sku()))
                    .filter(part ->
                            remedy.items().stream().anyMatch(item -> item.sku().equals(part.sku())))
                    .toList();
            for (Proposal refund : refundProposals.forLines(caseNumber, evidence, missing, false)) {
                ledger.addApproved(complaint, refund, remedy.requestedBy(), remedy.approvedBy());
                due = true;
            }
        }
        return due;
    }
}
