package io.redress.remedy.refund;

import io.redress.complaint.file.Complaint;
import io.redress.core.input.RefusedInput;
import io.redress.remedy.ledger.Proposal;
import io.redress.remedy.ledger.Remedy;
import io.redress.remedy.owed.Owed;
import io.redress.remedy.owed.OwedSums;
import io.redress.remedy.owed.PayableAmounts;
import io.redress.remedy.owed.RefundSource;
import io.redress.verification.evidence.Evidence;
import io.redress.verification.evidence.Evidence.PaymentFact;
import io.redress.verification.gathering.Verification;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.springframework.stereotype.Component;

/** The rest of a refund that failed, when it is made after all: somebody may have given some of it back since. */
@Component
public class RefundRests {

    private final Verification verification;
    private final OwedSums sums;

    RefundRests(Verification verification, OwedSums sums) {
        this.verification = verification;
        this.sums = sums;
    }

    /**
     * The refund once more, as far as its payment has anything left for it. Where its provider cannot be asked, or the
     * payment is disputed, it is the same refund: whoever sends it finds out.
     *
     * @throws RefusedInput where nothing is left
     */
    public Proposal of(Complaint complaint, Remedy failed) {
        verification.refresh(complaint.number());
        Proposal again = Proposal.again(failed);
        Optional<Evidence> evidence = verification.evidence(complaint.number()).filter(Evidence::orderFound);
        boolean usable = evidence.stream()
                .flatMap(known -> known.payments().stream())
                .filter(payment -> !payment.disputed())
                .map(PaymentFact::reference)
                .anyMatch(reference -> reference.equals(failed.paymentReference()));
        if (!usable) {
            return again;
        }
        Owed owed = sums.beside(complaint.number(), evidence.get(), List.of());
        Money left = owed.sources().stream()
                .filter(source -> failed.paymentReference().equals(source.payment()))
                .map(RefundSource::left)
                .findFirst()
                .orElse(Money.zero(again.money().getCurrencyUnit()));
        if (!left.isLessThan(again.money())) {
            return again;
        }
        Money rest = PayableAmounts.floor(left);
        if (rest.isZero()) {
            throw new RefusedInput(
                    "resolution",
                    "Nothing is left of the payment: it was given back already. Say that it is not owed, or, where this refund"
                            + " itself was made, that it is confirmed. " + owed.inWords());
        }
        return again.atMost(rest);
    }
}
