package io.redress.remedy.ledger;

import io.redress.complaint.timeline.TimelineEntry;
import io.redress.core.database.Locks;
import io.redress.remedy.ledger.RemedyLedger.Sending;
import io.redress.remedy.ledger.RemedyRows.Noted;
import io.redress.remedy.ledger.RemedyRows.Why;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The dispatch of a remedy, the step of the ledger after which a provider may be called: everything that forbids the
 * call is checked in its transaction.
 */
@Component
class RemedyDispatch {

    private final RemedyRows rows;
    private final Transitions transitions;
    private final LedgerLimits limits;
    private final Locks locks;
    private final StopSwitch stopSwitch;
    private final TransactionTemplate ownTransaction;

    RemedyDispatch(
            RemedyRows rows,
            Transitions transitions,
            LedgerLimits limits,
            Locks locks,
            StopSwitch stopSwitch,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.transitions = transitions;
        this.limits = limits;
        this.locks = locks;
        this.stopSwitch = stopSwitch;
        this.ownTransaction = new TransactionTemplate(transactions);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** As {@link RemedyLedger#send}. The database's refusal ends the transaction, so it is understood outside of it. */
    Sending send(Remedy remedy, PaymentHeadroom headroom) {
        try {
            return ownTransaction.execute(status -> sendNow(remedy, headroom));
        } catch (DataIntegrityViolationException refused) {
            if (LedgerLimits.refused(refused)) {
                return Sending.OVER_LIMIT;
            }
            throw refused;
        }
    }

    private Sending sendNow(Remedy remedy, PaymentHeadroom headroom) {
        if (stopSwitch.holds(remedy)) {
            return Sending.HELD;
        }
        if (headroom != null) {
            locks.hold(RemedyLedger.lockOf(remedy.paymentReference()));
            if (rows.isDisputed(remedy, headroom.harmlessDisputes(), headroom.askedAt())) {
                return Sending.DISPUTED;
            }
        }
        if (rows.lock(remedy.id()) != RemedyStatus.APPROVED) {
            return Sending.MOVED_ON;
        }
        limits.know(remedy, headroom);
        String reason = "Approved by " + remedy.approvedBy() + ".";
        transitions.move(remedy, RemedyStatus.SENT, Noted.NOTHING, new Why(TimelineEntry.ENGINE, reason));
        return Sending.SENT;
    }
}
