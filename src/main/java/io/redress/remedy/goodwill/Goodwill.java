package io.redress.remedy.goodwill;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Complaints;
import io.redress.complaint.file.Danger;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.outside.payment.PaymentProviderUnavailable;
import io.redress.outside.payment.RefundRefused;
import io.redress.outside.wire.Permit;
import io.redress.remedy.ledger.Remedy;
import io.redress.remedy.ledger.RemedyFailed;
import io.redress.remedy.ledger.RemedyKind;
import io.redress.remedy.ledger.RemedyLedger;
import io.redress.remedy.ledger.RemedyProgress;
import io.redress.remedy.ledger.RemedyStatus;
import io.redress.time.clock.Deadlines;
import io.redress.verification.evidence.Evidence;
import io.redress.verification.gathering.Verification;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.joda.money.Money;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Goodwill: something on top of what is due, never instead of it, given once, whatever it consists of. */
@Component
public class Goodwill {

    private final Complaints complaints;
    private final Verification verification;
    private final Deadlines deadlines;
    private final RemedyLedger ledger;
    private final GoodwillOffers offers;
    private final GoodwillGiving giving;

    Goodwill(
            Complaints complaints,
            Verification verification,
            Deadlines deadlines,
            RemedyLedger ledger,
            GoodwillOffers offers,
            GoodwillGiving giving) {
        this.complaints = complaints;
        this.verification = verification;
        this.deadlines = deadlines;
        this.ledger = ledger;
        this.offers = offers;
        this.giving = giving;
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
     * Proposes goodwill, where the case has none yet. Whoever was hurt is offered none by a table.
     *
     * @param percent the share of the affected price
     * @param wish what it should consist of, if that can be had
     * @return whether something is to be granted
     */
    @Transactional
    public boolean offer(CaseNumber caseNumber, BigDecimal percent, GoodwillType wish) {
        Optional<Evidence> evidence = verification.evidence(caseNumber).filter(Evidence::orderFound);
        boolean granted = ledger.of(caseNumber).stream().anyMatch(remedy -> remedy.kind() == RemedyKind.GOODWILL);
        Complaint complaint = complaints.get(caseNumber);
        return !granted
                && complaint.danger() != Danger.CERTAIN
                && evidence.flatMap(Goodwill::price)
                        .flatMap(price -> GoodwillAmount.of(price, percent))
                        .filter(amount -> offers.propose(complaint, evidence.get(), amount, wish))
                        .isPresent();
    }

    /** Drops what an approver does not want to give; the case goes on without it. */
    @Transactional
    public void refuse(CaseNumber caseNumber, String reason, String approver) {
        ledger.of(caseNumber).stream()
                .filter(remedy -> remedy.kind() == RemedyKind.GOODWILL && remedy.status() == RemedyStatus.PROPOSED)
                .forEach(remedy -> ledger.letGo(remedy, approver, "Not approved: " + reason));
        complaints.change(caseNumber, Complaint::makesGood);
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
    public RemedyProgress grant(CaseNumber caseNumber) {
        return ledger.nextOpen(caseNumber, RemedyKind.GOODWILL).map(this::grant).orElse(RemedyProgress.DONE);
    }

    /** The reference that shows that this remedy was given; empty where it was not. */
    public Optional<String> made(Remedy remedy) {
        return giving.made(remedy);
    }

    private RemedyProgress grant(Remedy remedy) {
        if (remedy.status() == RemedyStatus.APPROVED && isTakenBack(remedy)) {
            return RemedyProgress.DONE;
        }
        try (Permit permit = giving.permit(remedy)) {
            return remedy.status() == RemedyStatus.APPROVED ? send(remedy, permit) : give(remedy, true);
        }
    }

    private RemedyProgress send(Remedy remedy, Permit permit) {
        return switch (ledger.send(remedy, null, permit)) {
            case HELD -> RemedyProgress.HELD;
            // Another execution of this step may have been quicker, with an outcome that is not known yet.
            case MOVED_ON -> grant(new CaseNumber(remedy.caseNumber()));
            case OVER_LIMIT, DISPUTED -> RemedyProgress.DONE;
            case SENT -> give(remedy, false);
        };
    }

    private boolean isTakenBack(Remedy remedy) {
        return complaints.get(new CaseNumber(remedy.caseNumber())).isWithdrawalRequested();
    }

    /** Asks first where an earlier attempt may have reached somebody. */
    private RemedyProgress give(Remedy remedy, boolean again) {
        Optional<String> made = again ? giving.made(remedy) : Optional.empty();
        try {
            ledger.settle(remedy, made.isPresent() ? made.get() : giving.give(remedy), null);
            return RemedyProgress.DONE;
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
