package io.redress.people.absence.process;

import io.redress.engine.port.ComplaintVariables;
import io.redress.engine.step.StepContract;
import io.redress.people.absence.Handover;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The step <i>Hand over work</i>: moves the work of somebody whose absence begins. */
@Component
@StepContract(reads = "deputyshipId")
class HandOverWork implements JavaDelegate {

    private final Handover handover;

    HandOverWork(Handover handover) {
        this.handover = handover;
    }

    @Override
    public void execute(DelegateExecution execution) {
        handover.begin(ComplaintVariables.DEPUTYSHIP_ID.get(execution));
    }
}
