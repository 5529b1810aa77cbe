package io.redress.remedy.ledger;

import io.redress.complaint.timeline.TimelineEntry;
import io.redress.core.database.Locks;
import io.redress.remedy.ledger.RemedyLedger.Sending;
import io.redress.remedy.ledger.RemedyRows.Noted;
import io.redress.remedy.ledger.RemedyRows.Why;
import java.util.Optional;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The dispatch of a remedy, the step of the ledger after which a provider may be called: everything that forbids the
 * call is checked in its transaction.
 */
@Component
class RemedyDispatch {

    /** Each one ends with an answer, unless somebody else is sending the last that the day has room for. */
    private static final int ATTEMPTS = 5;

    private final RemedyRows rows;
    private final Transitions transitions;
    private final LedgerLimits limits;
    private final Locks locks;
    private final StopSwitch stopSwitch;
    private final DailyTotals totals;
    private final TransactionTemplate ownTransaction;

    RemedyDispatch(
            RemedyRows rows,
            Transitions transitions,
            LedgerLimits limits,
            Locks locks,
            StopSwitch stopSwitch,
            DailyTotals totals,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.transitions = transitions;
        this.limits = limits;
        this.locks = locks;
        this.stopSwitch = stopSwitch;
        this.totals = totals;
        this.ownTransaction = new TransactionTemplate(transactions);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** As {@link RemedyLedger#send}. The database's refusal ends the transaction, so it is understood outside of it. */
    Sending send(Remedy remedy, PaymentHeadroom headroom) {
        try {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                totals.begin(remedy);
                Optional<Sending> sending = ownTransaction.execute(status -> sendNow(remedy, headroom, status));
                if (sending.isPresent()) {
                    return sending.get();
                }
            }
            throw new CannotAcquireLockException("Others use up the day's total at this moment");
        } catch (DataIntegrityViolationException refused) {
            if (LedgerLimits.refused(refused)) {
                return Sending.OVER_LIMIT;
            }
            throw refused;
        }
    }

    /** @return empty where others have used up the day meanwhile: it is looked at once more what becomes of this one */
    private Optional<Sending> sendNow(Remedy remedy, PaymentHeadroom headroom, TransactionStatus transaction) {
        if (stopSwitch.holds(remedy)) {
            return Optional.of(Sending.HELD);
        }
        if (headroom != null) {
            locks.hold(RemedyLedger.lockOf(remedy.paymentReference()));
            if (rows.isDisputed(remedy, headroom.harmlessDisputes(), headroom.askedAt())) {
                return Optional.of(Sending.DISPUTED);
            }
        }
        if (rows.lock(remedy.id()) != RemedyStatus.APPROVED) {
            return Optional.of(Sending.MOVED_ON);
        }
        limits.know(remedy, headroom);
        String reason = "Approved by " + remedy.approvedBy() + ".";
        transitions.move(remedy, RemedyStatus.SENT, Noted.NOTHING, new Why(TimelineEntry.ENGINE, reason));
        if (!totals.isWithin(remedy)) {
            transaction.setRollbackOnly();
            return Optional.empty();
        }
        return Optional.of(Sending.SENT);
    }
}
