package io.redress.remedy;

import io.redress.complaint.CaseNumber;
import io.redress.complaint.Complaint;
import io.redress.complaint.Complaints;
import io.redress.complaint.Timeline;
import io.redress.engine.RefusedInput;
import java.util.List;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a person does about remedies that the engine cannot bring about. */
@Component
public class ByHand {

    private static final Set<RemedyKind> IN_PERSON = Set.of(RemedyKind.COLLECTION, RemedyKind.REPAIR);

    private final Complaints complaints;
    private final RemedyLedger ledger;
    private final Timeline timeline;

    ByHand(Complaints complaints, RemedyLedger ledger, Timeline timeline) {
        this.complaints = complaints;
        this.ledger = ledger;
        this.timeline = timeline;
    }

    /** What a person decided to do. */
    public enum Resolution {
        TRY_AGAIN,
        DONE_OTHERWISE
    }

    /**
     * Takes care of a case's failed remedies of a kind, and of what only a person can do.
     *
     * @param kind of failed remedies; {@code null} for what only a person can do, such as a repair
     * @param proof the reference of the payment, parcel or appointment; needed where something was done otherwise
     */
    @Transactional
    public void resolve(
            CaseNumber caseNumber, RemedyKind kind, Resolution resolution, String proof, String note, String person) {
        if (resolution == Resolution.DONE_OTHERWISE && proof == null) {
            throw new RefusedInput("proof", "Give the reference of what was done, such as the bank transfer's.");
        }
        if (kind == null && resolution == Resolution.TRY_AGAIN) {
            throw new RefusedInput("resolution", "This is done by a person; say how it was done.");
        }
        if (note != null) {
            timeline.add(caseNumber, person, "note", note);
        }
        Complaint complaint = complaints.get(caseNumber);
        for (Remedy remedy : waiting(caseNumber, kind)) {
            if (kind == null) {
                ledger.settledByHand(remedy, proof, person);
            } else {
                replaceFailed(complaint, remedy, resolution, proof, person);
            }
        }
    }

    /** The failed remedies of a kind that nobody took care of yet, or what only a person can do. */
    public List<Remedy> waiting(CaseNumber caseNumber, RemedyKind kind) {
        return ledger.of(caseNumber).stream()
                .filter(remedy -> kind == null
                        ? IN_PERSON.contains(remedy.kind()) && remedy.status() == RemedyStatus.APPROVED
                        : remedy.kind() == kind && remedy.status() == RemedyStatus.FAILED && remedy.handledBy() == null)
                .toList();
    }

    /** A failed row stays as it is; what stands in its place has a row, and so a key, of its own. */
    private void replaceFailed(Complaint complaint, Remedy failed, Resolution resolution, String proof, String person) {
        ledger.handled(failed, person);
        Proposal again = new Proposal(
                failed.kind(),
                failed.kind() == RemedyKind.REFUND ? failed.money() : null,
                failed.goodsValue().signum() == 0
                        ? null
                        : Money.of(CurrencyUnit.of(failed.currency()), failed.goodsValue()),
                failed.paymentReference(),
                failed.charge(),
                failed.customerReference(),
                failed.surplusSubscription(),
                failed.orderNumber(),
                failed.items());
        var id = ledger.addApproved(complaint, again, person, failed.approvedBy());
        if (resolution == Resolution.DONE_OTHERWISE) {
            ledger.settledByHand(ledger.get(id), proof, person);
        }
    }
}
