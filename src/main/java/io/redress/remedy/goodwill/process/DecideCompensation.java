package io.redress.remedy.goodwill.process;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.core.text.EnumWords;
import io.redress.engine.port.ComplaintVariables;
import io.redress.engine.step.Duty;
import io.redress.engine.step.StepContract;
import io.redress.engine.step.Writes;
import io.redress.engine.table.Decides;
import io.redress.engine.table.DecisionStep;
import io.redress.remedy.goodwill.Goodwill;
import io.redress.remedy.goodwill.GoodwillType;
import java.math.BigDecimal;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The step <i>Decide compensation</i>: asks the compensation table what is given on top of what is due. */
@Component
@StepContract(duties = Duty.DECIDES, reads = "outcome", writes = @Writes("goodwillDue"))
@Decides("compensation")
class DecideCompensation extends DecisionStep {

    private final Goodwill goodwill;

    DecideCompensation(Goodwill goodwill) {
        this.goodwill = goodwill;
    }

    @Override
    protected Map<String, Object> facts(DelegateExecution execution) {
        CaseNumber caseNumber = ComplaintVariables.caseNumber(execution);
        return Map.of(
                "outcome", ComplaintVariables.OUTCOME.get(execution),
                "delayDays", goodwill.delayDays(caseNumber),
                "repeatedFailures", goodwill.repeatedFailures(caseNumber));
    }

    @Override
    protected void decided(DelegateExecution execution, Map<String, Object> answer) {
        CaseNumber caseNumber = ComplaintVariables.caseNumber(execution);
        BigDecimal percent = new BigDecimal(answer.get("percent").toString());
        GoodwillType wish = EnumWords.constant(GoodwillType.class, String.valueOf(answer.get("goodwill")))
                .orElse(GoodwillType.CREDIT);
        ComplaintVariables.GOODWILL_DUE.set(execution, goodwill.offer(caseNumber, percent, wish));
    }
}
