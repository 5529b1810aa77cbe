package io.redress.remedy.refund.process;

import io.redress.engine.port.ComplaintProcess;
import io.redress.engine.port.ComplaintVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Lets settled refunds be watched, since a bank can send one back days later. */
@Component
class WatchRefunds implements JavaDelegate {

    private final ComplaintProcess process;

    WatchRefunds(ComplaintProcess process) {
        this.process = process;
    }

    @Override
    public void execute(DelegateExecution execution) {
        process.watchRefunds(ComplaintVariables.caseNumber(execution));
    }
}
