package io.redress.time.ladder.process;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.engine.port.ComplaintVariables;
import io.redress.engine.step.Duty;
import io.redress.engine.step.StepContract;
import io.redress.engine.step.Writes;
import io.redress.time.ladder.Ladder;
import io.redress.time.ladder.process.LadderBacklog.Due;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * The step <i>Climb ladder</i>: climbs the rungs that are due in this case, and those of some other cases that are due
 * as well; after it the diagrams wait for the next rung.
 */
@Component
@StepContract(duties = Duty.CLIMBS_LADDER, writes = @Writes("anotherRung"))
class ClimbLadder implements JavaDelegate {

    private final Ladder ladder;
    private final LadderBacklog backlog;

    ClimbLadder(Ladder ladder, LadderBacklog backlog) {
        this.ladder = ladder;
        this.backlog = backlog;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseNumber caseNumber = ComplaintVariables.caseNumber(execution);
        List<Due> others = backlog.take();
        Map<CaseNumber, Instant> next = ladder.climb(
                Stream.concat(Stream.of(caseNumber), others.stream().map(Due::caseNumber))
                        .collect(Collectors.toSet()));
        backlog.letWait(others, next);
        boolean another = next.containsKey(caseNumber);
        // Each time it is set it is written to history twice; from the second rung on it says what it said before.
        if (!ComplaintVariables.ANOTHER_RUNG.find(execution).equals(Optional.of(another))) {
            ComplaintVariables.ANOTHER_RUNG.set(execution, another);
        }
    }
}
