package io.redress.remedy.refund.process;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.engine.job.LastAttempt;
import io.redress.engine.job.OutwardStep;
import io.redress.engine.job.ReachesOut;
import io.redress.engine.job.Skippable;
import io.redress.engine.port.ComplaintVariables;
import io.redress.engine.step.Duty;
import io.redress.engine.step.StepContract;
import io.redress.engine.step.Writes;
import io.redress.remedy.ledger.RemedyFailed;
import io.redress.remedy.ledger.RemedyProgress;
import io.redress.remedy.refund.Refunds;
import org.springframework.stereotype.Component;

/** The step <i>Refund payment</i>: gives money back. The diagram asks how far it is and comes back for the rest. */
@ReachesOut
@Component
@StepContract(
        duties = Duty.MOVES_MONEY,
        writes =
                @Writes(
                        value = "refundStep",
                        words = {"done", "next", "pending", "held"},
                        again = "next"),
        raises = {"refundRefused", "retriesExhausted"})
@Skippable(value = Skippable.When.NOTHING_OPEN, remedies = "refund")
class RefundPayment extends OutwardStep {

    private final Refunds refunds;

    RefundPayment(Refunds refunds, LastAttempt lastAttempt) {
        super(ComplaintVariables.REFUND_STEP, RemedyFailed.class, "refundRefused", lastAttempt);
        this.refunds = refunds;
    }

    @Override
    protected RemedyProgress next(CaseNumber caseNumber) {
        return refunds.refundNext(caseNumber);
    }
}
