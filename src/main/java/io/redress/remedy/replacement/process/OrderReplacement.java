package io.redress.remedy.replacement.process;

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
import io.redress.remedy.replacement.Replacements;
import org.springframework.stereotype.Component;

/** The step <i>Order replacement</i>: orders goods again at the warehouse; the diagram asks how far it is. */
@ReachesOut
@Component
@StepContract(
        duties = Duty.MOVES_GOODS,
        writes =
                @Writes(
                        value = "replacementStep",
                        words = {"shipped", "next", "pending", "held", "no_stock"},
                        again = "next"),
        raises = {"remedyFailed", "retriesExhausted"})
@Skippable(value = Skippable.When.NOTHING_OPEN, remedies = "replacement")
class OrderReplacement extends OutwardStep {

    private final Replacements replacements;

    OrderReplacement(Replacements replacements, LastAttempt lastAttempt) {
        super(ComplaintVariables.REPLACEMENT_STEP, RemedyFailed.class, "remedyFailed", lastAttempt);
        this.replacements = replacements;
    }

    @Override
    protected RemedyProgress next(CaseNumber caseNumber) {
        return replacements.orderNext(caseNumber);
    }
}
