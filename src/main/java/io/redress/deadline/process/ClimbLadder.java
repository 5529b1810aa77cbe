package io.redress.deadline.process;

import io.redress.complaint.CaseNumber;
import io.redress.deadline.Ladder;
import io.redress.engine.ComplaintVariables;
import java.util.Optional;
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
        boolean another = ladder.climb(caseNumber);
        // Each time it is set it is written to history twice; from the second rung on it says what it said before.
        if (!ComplaintVariables.ANOTHER_RUNG.find(execution).equals(Optional.of(another))) {
            ComplaintVariables.ANOTHER_RUNG.set(execution, another);
        }
    }
}
