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

/** The step of the ledger after which a provider may be called: everything that forbids it is asked in its transaction. */
@Component
class Sendings {

    private final RemedyRows rows;
    private final Transitions transitions;
    private final Limits limits;
    private final Locks locks;
    private final StopSwitch stopSwitch;
    private final TransactionTemplate ownTransaction;

    Sendings(
            RemedyRows rows,
            Transitions transitions,
            Limits limits,
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
    Sending send(Remedy remedy, PaymentRoom room) {
        try {
            return ownTransaction.execute(status -> sendNow(remedy, room));
        } catch (DataIntegrityViolationException refused) {
            if (Limits.refused(refused)) {
                return Sending.OVER_LIMIT;
            }
            throw refused;
        }
    }

    private Sending sendNow(Remedy remedy, PaymentRoom room) {
        if (stopSwitch.holds(remedy)) {
            return Sending.HELD;
        }
        if (room != null) {
            locks.hold(RemedyLedger.lockOf(remedy.paymentReference()));
            if (rows.isDisputed(remedy, room.harmlessDisputes(), room.askedAt())) {
                return Sending.DISPUTED;
            }
        }
        if (rows.lock(remedy.id()) != RemedyStatus.APPROVED) {
            return Sending.MOVED_ON;
        }
        limits.know(remedy, room);
        String reason = "Approved by " + remedy.approvedBy() + ".";
        transitions.move(remedy, RemedyStatus.SENT, Noted.NOTHING, new Why(TimelineEntry.ENGINE, reason));
        return Sending.SENT;
    }
}
