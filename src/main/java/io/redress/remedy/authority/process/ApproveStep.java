package io.redress.remedy.authority.process;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.complaint.timeline.Timeline;
import io.redress.complaint.timeline.TimelineKind;
import io.redress.core.input.RefusedInput;
import io.redress.core.staff.People;
import io.redress.engine.job.Skippable;
import io.redress.engine.port.ComplaintVariables;
import io.redress.engine.step.Duty;
import io.redress.engine.step.StepContract;
import io.redress.engine.step.Writes;
import io.redress.engine.task.ReadsForm;
import io.redress.engine.task.StepApproval;
import io.redress.engine.task.SubmittedForm;
import io.redress.remedy.authority.Authority;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * The listener of an approval step that a manager added to the diagram: takes an approver's answer, which the diagram
 * asks for and the case remembers.
 */
@Component
@StepContract(
        duties = Duty.APPROVES,
        writes =
                @Writes(
                        value = "approval",
                        words = {"approve", "refuse"}))
@ReadsForm(StepApproval.FORM)
@Skippable(value = Skippable.When.NEVER, because = "is another person’s approval")
class ApproveStep implements StepApproval {

    private final Authority authority;
    private final Timeline timeline;
    private final People people;

    ApproveStep(Authority authority, Timeline timeline, People people) {
        this.authority = authority;
        this.timeline = timeline;
        this.people = people;
    }

    /** Nothing: the answer is {@linkplain #take taken} where no diagram and no command can leave it out. */
    @Override
    public void notify(DelegateTask task) {}

    @Override
    public void take(DelegateTask task) {
        Map<String, Object> form = SubmittedForm.take(task, answer());
        String approval = SubmittedForm.text(form, "approval");
        String reason = SubmittedForm.text(form, "approvalReason");
        boolean approved = "approve".equals(approval);
        if (!approved && !"refuse".equals(approval)) {
            throw new RefusedInput("approval", "Choose approve or refuse.");
        }
        if (!approved && reason == null) {
            throw new RefusedInput("approvalReason", "Say why; the handler has to find another way.");
        }
        String person = people.currentUserId();
        requireAnother(task, person);
        CaseNumber caseNumber = ComplaintVariables.caseNumber(task);
        timeline.add(
                caseNumber,
                person,
                approved ? TimelineKind.STEP_APPROVED : TimelineKind.APPROVAL_REFUSED,
                task.getName() + (reason == null ? "" : ": " + reason));
        ComplaintVariables.APPROVAL.set(task, approval);
    }

    @Override
    public boolean isAskedBy(DelegateTask task, String person) {
        return authority.isAskedBy(ComplaintVariables.caseNumber(task), person);
    }

    @Override
    public void requireAnother(DelegateTask task, String person) {
        if (person == null || isAskedBy(task, person)) {
            throw new RefusedInput("approval", "Nobody approves what they decided themselves; ask another person.");
        }
    }
}
