package io.redress.remedy.process;

import io.redress.complaint.CaseNumber;
import io.redress.engine.ComplaintVariables;
import io.redress.engine.LastAttempt;
import io.redress.engine.OutwardStep;
import io.redress.engine.ReachesOut;
import io.redress.engine.Skippable;
import io.redress.remedy.RemedyFailed;
import io.redress.remedy.Replacements;
import io.redress.remedy.Step;
import org.springframework.stereotype.Component;

/** Orders goods again at the warehouse; the diagram asks how far it is. */
@ReachesOut
@Component
@Skippable(value = Skippable.When.NOTHING_OPEN, remedies = "replacement")
class OrderReplacement extends OutwardStep {

    private final Replacements replacements;

    OrderReplacement(Replacements replacements, LastAttempt lastAttempt) {
        super(ComplaintVariables.REPLACEMENT_STEP, RemedyFailed.class, "remedyFailed", lastAttempt);
        this.replacements = replacements;
    }

    @Override
    protected Step next(CaseNumber caseNumber) {
        return replacements.orderNext(caseNumber);
    }
}
