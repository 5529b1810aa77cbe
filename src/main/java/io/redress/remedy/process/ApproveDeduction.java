package io.redress.remedy.process;

import io.redress.engine.ComplaintVariables;
import io.redress.engine.People;
import io.redress.engine.RefusedInput;
import io.redress.engine.Skippable;
import io.redress.engine.SubmittedForm;
import io.redress.remedy.Deductions;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Keeps apart who asks to keep money back and who agrees, when the task is taken as well as when it is completed. */
@Component
@Skippable(value = Skippable.When.NEVER, because = "is another person’s approval")
class ApproveDeduction implements TaskListener {

    private final Deductions deductions;
    private final People people;

    ApproveDeduction(Deductions deductions, People people) {
        this.deductions = deductions;
        this.people = people;
    }

    @Override
    public void notify(DelegateTask task) {
        UUID id = UUID.fromString(ComplaintVariables.RETURN_ID.get(task));
        if (EVENTNAME_COMPLETE.equals(task.getEventName())) {
            answer(task, id);
        } else if (task.getAssignee() != null) {
            deductions.requireApprover(id, task.getAssignee());
        }
    }

    private void answer(DelegateTask task, UUID id) {
        Map<String, Object> form = SubmittedForm.take(task, List.of("approval", "approvalReason"));
        String approval = SubmittedForm.text(form, "approval");
        if (!"approve".equals(approval) && !"refuse".equals(approval)) {
            throw new RefusedInput("approval", "Choose approve or refuse.");
        }
        deductions.answer(
                id, "approve".equals(approval), SubmittedForm.text(form, "approvalReason"), people.currentUserId());
        ComplaintVariables.APPROVAL.set(task, approval);
    }
}
