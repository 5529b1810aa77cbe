package io.redress.conversation.followup.process;

import io.redress.complaint.file.Complaints;
import io.redress.complaint.file.Danger;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.complaint.timeline.Timeline;
import io.redress.complaint.timeline.TimelineKind;
import io.redress.conversation.correspondence.Correspondence;
import io.redress.engine.job.ReachesOut;
import io.redress.engine.job.Urgency;
import io.redress.engine.job.Urgent;
import io.redress.engine.port.ComplaintVariables;
import io.redress.engine.step.StepContract;
import io.redress.engine.step.Writes;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * The step <i>Send follow-up</i>: asks the customer whether all is well; silence counts as yes. A customer who was hurt
 * is not asked by a machine: a person who has spoken with them knows.
 */
@ReachesOut
@Urgent(Urgency.FOLLOW_UP)
@Component
@StepContract(
        writes =
                @Writes(
                        value = "followUpResult",
                        words = {"satisfied", "unhappy", "silent"}))
class SendFollowUp implements JavaDelegate {

    private final Complaints complaints;
    private final Correspondence correspondence;
    private final Timeline timeline;

    SendFollowUp(Complaints complaints, Correspondence correspondence, Timeline timeline) {
        this.complaints = complaints;
        this.correspondence = correspondence;
        this.timeline = timeline;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseNumber caseNumber = ComplaintVariables.caseNumber(execution);
        if (complaints.get(caseNumber).danger() == Danger.CERTAIN) {
            timeline.engineDid(
                    caseNumber, TimelineKind.NO_FOLLOW_UP, "Somebody was hurt or in danger, so no follow-up is sent");
        } else {
            correspondence.followUp(caseNumber);
        }
        ComplaintVariables.FOLLOW_UP_RESULT.set(execution, "silent");
    }
}
