package io.redress.deadline.process;

import io.redress.complaint.CaseNumber;
import io.redress.deadline.Ladder;
import io.redress.engine.ComplaintVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Climbs the rungs that are due; the diagram waits for the next one. */
@Component
class ClimbLadder implements JavaDelegate {

    private final Ladder ladder;

    ClimbLadder(Ladder ladder) {
        this.ladder = ladder;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseNumber caseNumber = ComplaintVariables.caseNumber(execution);
        ComplaintVariables.ANOTHER_RUNG.set(execution, ladder.climb(caseNumber));
    }
}
