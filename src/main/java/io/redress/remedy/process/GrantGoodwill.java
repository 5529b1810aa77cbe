package io.redress.remedy.process;

import io.redress.complaint.CaseNumber;
import io.redress.engine.ComplaintVariables;
import io.redress.engine.LastAttempt;
import io.redress.engine.OutwardStep;
import io.redress.engine.ReachesOut;
import io.redress.engine.Skippable;
import io.redress.remedy.Goodwill;
import io.redress.remedy.RemedyFailed;
import io.redress.remedy.Step;
import org.springframework.stereotype.Component;

/** Grants what is given on top. */
@ReachesOut
@Component
@Skippable(value = Skippable.When.NOTHING_OPEN, remedies = "goodwill")
class GrantGoodwill extends OutwardStep {

    private final Goodwill goodwill;

    GrantGoodwill(Goodwill goodwill, LastAttempt lastAttempt) {
        super(ComplaintVariables.GOODWILL_STEP, RemedyFailed.class, "remedyFailed", lastAttempt);
        this.goodwill = goodwill;
    }

    @Override
    protected Step next(CaseNumber caseNumber) {
        return goodwill.grant(caseNumber);
    }
}
