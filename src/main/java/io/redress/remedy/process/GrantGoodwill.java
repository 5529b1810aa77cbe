package io.redress.remedy.process;

import io.redress.complaint.CaseNumber;
import io.redress.complaint.Words;
import io.redress.engine.ComplaintVariables;
import io.redress.remedy.Goodwill;
import io.redress.remedy.RemedyFailed;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Grants what is given on top. */
@Component
class GrantGoodwill implements JavaDelegate {

    private final Goodwill goodwill;

    GrantGoodwill(Goodwill goodwill) {
        this.goodwill = goodwill;
    }

    @Override
    public void execute(DelegateExecution execution) {
        try {
            CaseNumber caseNumber = ComplaintVariables.caseNumber(execution);
            ComplaintVariables.GOODWILL_STEP.set(execution, Words.word(goodwill.grant(caseNumber)));
        } catch (RemedyFailed failed) {
            throw new BpmnError("remedyFailed", failed.getMessage());
        }
    }
}
