package io.redress.remedy.process;

import io.redress.complaint.CaseNumber;
import io.redress.engine.ComplaintVariables;
import io.redress.engine.People;
import io.redress.engine.RefusedInput;
import io.redress.engine.Skippable;
import io.redress.engine.SubmittedForm;
import io.redress.remedy.Authority;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/** Keeps requester and approver apart, when the task is taken as well as when it is completed, through every door. */
@Component
@Skippable(value = Skippable.When.NEVER, because = "is another person’s approval")
class ApproveRemedy implements TaskListener {

    private final Authority authority;
    private final People people;

    ApproveRemedy(Authority authority, People people) {
        this.authority = authority;
        this.people = people;
    }

    @Override
    public void notify(DelegateTask task) {
        CaseNumber caseNumber = ComplaintVariables.caseNumber(task);
        if (EVENTNAME_COMPLETE.equals(task.getEventName())) {
            answer(task, caseNumber);
        } else if (task.getAssignee() != null) {
            authority.requireApprover(caseNumber, task.getAssignee(), groups(task));
        }
    }

    private void answer(DelegateTask task, CaseNumber caseNumber) {
        Map<String, Object> form = SubmittedForm.take(task, List.of("approval", "approvalReason"));
        String approval = SubmittedForm.text(form, "approval");
        if (!"approve".equals(approval) && !"refuse".equals(approval)) {
            throw new RefusedInput("approval", "Choose approve or refuse.");
        }
        authority.answer(
                caseNumber,
                "approve".equals(approval),
                SubmittedForm.text(form, "approvalReason"),
                people.currentUserId(),
                groups(task));
        ComplaintVariables.APPROVAL.set(task, approval);
    }

    /** The groups that may approve it. */
    static Set<String> groups(VariableScope task) {
        return Set.of(ComplaintVariables.APPROVER_GROUP.get(task).split(","));
    }
}
