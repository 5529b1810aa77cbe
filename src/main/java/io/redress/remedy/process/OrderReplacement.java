package io.redress.remedy.process;

import io.redress.complaint.CaseNumber;
import io.redress.complaint.Words;
import io.redress.engine.ComplaintVariables;
import io.redress.remedy.RemedyFailed;
import io.redress.remedy.Replacements;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Orders goods again at the warehouse; the diagram asks how far it is. */
@Component
class OrderReplacement implements JavaDelegate {

    private final Replacements replacements;

    OrderReplacement(Replacements replacements) {
        this.replacements = replacements;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseNumber caseNumber = ComplaintVariables.caseNumber(execution);
        try {
            ComplaintVariables.REPLACEMENT_STEP.set(execution, Words.word(replacements.orderNext(caseNumber)));
        } catch (RemedyFailed failed) {
            throw new BpmnError("remedyFailed", failed.getMessage());
        }
    }
}
