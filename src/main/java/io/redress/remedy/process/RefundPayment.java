package io.redress.remedy.process;

import io.redress.complaint.CaseNumber;
import io.redress.engine.ComplaintVariables;
import io.redress.engine.LastAttempt;
import io.redress.engine.OutwardStep;
import io.redress.engine.ReachesOut;
import io.redress.engine.Skippable;
import io.redress.remedy.Refunds;
import io.redress.remedy.RemedyFailed;
import io.redress.remedy.Step;
import org.springframework.stereotype.Component;

/** Gives money back; the diagram asks how far it is and comes back for the rest. */
@ReachesOut
@Component
@Skippable(value = Skippable.When.NOTHING_OPEN, remedies = "refund")
class RefundPayment extends OutwardStep {

    private final Refunds refunds;

    RefundPayment(Refunds refunds, LastAttempt lastAttempt) {
        super(ComplaintVariables.REFUND_STEP, RemedyFailed.class, "refundRefused", lastAttempt);
        this.refunds = refunds;
    }

    @Override
    protected Step next(CaseNumber caseNumber) {
        return refunds.refundNext(caseNumber);
    }
}
