package io.redress.remedy;

import io.redress.complaint.CaseNumber;
import io.redress.complaint.Complaint;
import io.redress.complaint.Complaints;
import io.redress.complaint.TimelineEntry;
import io.redress.deadline.Deadlines;
import io.redress.payment.PaymentProvider;
import io.redress.payment.PaymentProvider.CreditOrder;
import io.redress.payment.PaymentProviderUnavailable;
import io.redress.payment.RefundRefused;
import io.redress.verification.Evidence;
import io.redress.verification.Verification;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;
import org.joda.money.Money;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Something on top of what is due: a credit on the customer's balance at the payment provider. */
@Component
public class Goodwill {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Complaints complaints;
    private final Verification verification;
    private final Deadlines deadlines;
    private final RemedyLedger ledger;
    private final PaymentProvider provider;

    Goodwill(
            Complaints complaints,
            Verification verification,
            Deadlines deadlines,
            RemedyLedger ledger,
            PaymentProvider provider) {
        this.complaints = complaints;
        this.verification = verification;
        this.deadlines = deadlines;
        this.ledger = ledger;
        this.provider = provider;
    }

    /** Our delay beyond the promised resolution, in whole days, rounded up. */
    public long delayDays(CaseNumber caseNumber) {
        Duration delay = deadlines.resolutionDelay(caseNumber);
        return delay.isZero() ? 0 : (delay.toSeconds() + 86_399) / 86_400;
    }

    /** How often what is affected failed before. */
    public int repeatedFailures(CaseNumber caseNumber) {
        return verification.evidence(caseNumber).map(Evidence::earlierFailures).orElse(0);
    }

    /**
     * Writes goodwill down, where there is an account to credit and the case has none yet.
     *
     * @param percent the share of the affected price
     * @return whether something is to be granted
     */
    @Transactional
    public boolean offer(CaseNumber caseNumber, BigDecimal percent) {
        Optional<Evidence> evidence = verification.evidence(caseNumber);
        boolean granted = ledger.of(caseNumber).stream().anyMatch(remedy -> remedy.kind() == RemedyKind.GOODWILL);
        if (percent.signum() <= 0
                || granted
                || evidence.isEmpty()
                || evidence.get().customerReference() == null) {
            return false;
        }
        Optional<Money> amount = price(evidence.get())
                .map(price -> price.multipliedBy(percent.divide(HUNDRED), RoundingMode.HALF_UP))
                .filter(Money::isPositive);
        Complaint complaint = complaints.get(caseNumber);
        amount.ifPresent(credit -> ledger.addApproved(
                complaint,
                Proposal.goodwill(
                        credit,
                        evidence.get().customerReference(),
                        evidence.get().order().number()),
                TimelineEntry.ENGINE,
                TimelineEntry.ENGINE));
        return amount.isPresent();
    }

    private static Optional<Money> price(Evidence evidence) {
        return evidence.affected().stream().map(Evidence.Affected::price).reduce(Money::plus);
    }

    /**
     * Grants what was written down. Safe to repeat at any moment.
     *
     * @throws RemedyFailed where the provider refuses for good
     * @throws PaymentProviderUnavailable where it is to be tried again later
     */
    public Step grant(CaseNumber caseNumber) {
        return ledger.nextOpen(caseNumber, RemedyKind.GOODWILL).map(this::grant).orElse(Step.DONE);
    }

    /** The provider's id of the credit for this remedy, empty where it knows nothing of it. */
    Optional<String> made(Remedy remedy) {
        return provider.findCredit(order(remedy));
    }

    private static CreditOrder order(Remedy remedy) {
        return new CreditOrder(remedy.id().toString(), remedy.caseNumber(), remedy.customerReference(), remedy.money());
    }

    private Step grant(Remedy remedy) {
        CreditOrder order = order(remedy);
        if (remedy.status() != RemedyStatus.APPROVED) {
            Optional<String> made = provider.findCredit(order);
            if (made.isPresent()) {
                ledger.settle(remedy, made.get(), null);
                return Step.DONE;
            }
        } else {
            switch (ledger.send(remedy, null)) {
                case HELD -> {
                    return Step.HELD;
                }
                case LET_GO, OVER_LIMIT, DISPUTED -> {
                    return Step.DONE;
                }
                case SENT -> {}
            }
        }
        return call(remedy, order);
    }

    private Step call(Remedy remedy, CreditOrder order) {
        try {
            ledger.settle(remedy, provider.credit(order), null);
            return Step.DONE;
        } catch (RefundRefused refused) {
            ledger.fail(remedy, refused.getMessage());
            throw new RemedyFailed(refused.getMessage());
        } catch (PaymentProviderUnavailable unavailable) {
            if (!unavailable.isWorthRetrying()) {
                ledger.fail(remedy, unavailable.getMessage());
                throw new RemedyFailed(unavailable.getMessage());
            }
            ledger.unknown(remedy, unavailable.getMessage());
            throw unavailable;
        }
    }
}
