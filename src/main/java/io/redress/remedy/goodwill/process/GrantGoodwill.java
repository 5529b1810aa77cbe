package io.redress.remedy.goodwill.process;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.engine.job.LastAttempt;
import io.redress.engine.job.OutwardStep;
import io.redress.engine.job.ReachesOut;
import io.redress.engine.job.Skippable;
import io.redress.engine.port.ComplaintVariables;
import io.redress.engine.step.Duty;
import io.redress.engine.step.StepContract;
import io.redress.engine.step.Writes;
import io.redress.remedy.goodwill.Goodwill;
import io.redress.remedy.ledger.RemedyFailed;
import io.redress.remedy.ledger.RemedyProgress;
import org.springframework.stereotype.Component;

/** The step <i>Grant goodwill</i>: gives what is given on top of what is due. */
@ReachesOut
@Component
@StepContract(
        duties = Duty.MOVES_MONEY,
        writes =
                @Writes(
                        value = "goodwillStep",
                        words = {"done", "held"}),
        raises = {"remedyFailed", "retriesExhausted"})
@Skippable(value = Skippable.When.NOTHING_OPEN, remedies = "goodwill")
class GrantGoodwill extends OutwardStep {

    private final Goodwill goodwill;

    GrantGoodwill(Goodwill goodwill, LastAttempt lastAttempt) {
        super(ComplaintVariables.GOODWILL_STEP, RemedyFailed.class, "remedyFailed", lastAttempt);
        this.goodwill = goodwill;
    }

    @Override
    protected RemedyProgress next(CaseNumber caseNumber) {
        return goodwill.grant(caseNumber);
    }
}
