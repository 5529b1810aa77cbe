package io.redress.remedy.returns.process;

import io.redress.core.input.RefusedInput;
import io.redress.core.staff.People;
import io.redress.engine.job.Skippable;
import io.redress.engine.port.ComplaintVariables;
import io.redress.engine.step.Duty;
import io.redress.engine.step.StepContract;
import io.redress.engine.step.Writes;
import io.redress.engine.task.Approval;
import io.redress.engine.task.ReadsForm;
import io.redress.engine.task.SubmittedForm;
import io.redress.remedy.returns.Deductions;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * The listener of the task <i>Approve deduction</i>: takes an approver's answer about money that is to be kept back.
 */
@Component
@StepContract(
        duties = Duty.APPROVES,
        reads = "returnId",
        writes =
                @Writes(
                        value = "approval",
                        words = {"approve", "refuse"}))
@Skippable(value = Skippable.When.NEVER, because = "is another person’s approval")
@ReadsForm(value = "approveRemedy", parameter = "approves", word = "deduction")
class ApproveDeduction implements Approval {

    private final Deductions deductions;
    private final People people;

    ApproveDeduction(Deductions deductions, People people) {
        this.deductions = deductions;
        this.people = people;
    }

    @Override
    public void notify(DelegateTask task) {
        UUID id = returnId(task);
        if (EVENTNAME_COMPLETE.equals(task.getEventName())) {
            take(task, id);
        } else if (task.getAssignee() != null) {
            requireAnother(task, task.getAssignee());
        }
    }

    @Override
    public boolean isAskedBy(DelegateTask task, String person) {
        return deductions.isAskedBy(returnId(task), person);
    }

    @Override
    public void requireAnother(DelegateTask task, String person) {
        deductions.requireApprover(returnId(task), person);
    }

    private static UUID returnId(DelegateTask task) {
        return UUID.fromString(ComplaintVariables.RETURN_ID.get(task));
    }

    private void take(DelegateTask task, UUID id) {
        Map<String, Object> form = SubmittedForm.take(task, answer());
        String approval = SubmittedForm.text(form, "approval");
        if (!"approve".equals(approval) && !"refuse".equals(approval)) {
            throw new RefusedInput("approval", "Choose approve or refuse.");
        }
        deductions.answer(
                id, "approve".equals(approval), SubmittedForm.text(form, "approvalReason"), people.currentUserId());
        ComplaintVariables.APPROVAL.set(task, approval);
    }
}
