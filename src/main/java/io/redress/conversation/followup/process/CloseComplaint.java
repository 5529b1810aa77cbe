package io.redress.conversation.followup.process;

import io.redress.complaint.file.Complaints;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.complaint.timeline.Timeline;
import io.redress.complaint.timeline.TimelineKind;
import io.redress.engine.job.Skippable;
import io.redress.engine.port.ComplaintVariables;
import io.redress.engine.step.StepContract;
import io.redress.time.clock.Deadlines;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * The step <i>Close complaint</i>: ends the case. One that has ended stays as it did, with the clock of what the
 * customer may have written since.
 */
@Component
@StepContract
@Skippable(value = Skippable.When.NEVER, because = "ends the case")
class CloseComplaint implements JavaDelegate {

    private final Complaints complaints;
    private final Deadlines deadlines;
    private final Timeline timeline;
    private final Clock clock;

    CloseComplaint(Complaints complaints, Deadlines deadlines, Timeline timeline, Clock clock) {
        this.complaints = complaints;
        this.deadlines = deadlines;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseNumber caseNumber = ComplaintVariables.caseNumber(execution);
        if (!complaints.get(caseNumber).hasEnded()) {
            complaints.change(caseNumber, complaint -> complaint.close(clock.instant()));
            deadlines.stopAll(caseNumber);
        }
        timeline.engineDid(caseNumber, TimelineKind.CLOSED, "The case is closed");
    }
}
