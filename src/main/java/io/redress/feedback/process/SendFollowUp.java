package io.redress.feedback.process;

import io.redress.complaint.CaseNumber;
import io.redress.complaint.Complaints;
import io.redress.complaint.Danger;
import io.redress.complaint.Timeline;
import io.redress.correspondence.Correspondence;
import io.redress.engine.ComplaintVariables;
import io.redress.engine.ReachesOut;
import io.redress.engine.Urgency;
import io.redress.engine.Urgent;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Asks the customer whether all is well; silence counts as yes. Whoever was hurt is not asked by a machine: a person who has
 * spoken with them knows.
 */
@ReachesOut
@Urgent(Urgency.FOLLOW_UP)
@Component
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
            timeline.engineDid(caseNumber, "no_follow_up", "Somebody was hurt or in danger, so no follow-up is sent");
        } else {
            correspondence.followUp(caseNumber);
        }
        ComplaintVariables.FOLLOW_UP_RESULT.set(execution, "silent");
    }
}
