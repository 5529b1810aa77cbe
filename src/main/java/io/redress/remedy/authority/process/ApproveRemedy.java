package io.redress.remedy.authority.process;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.core.input.RefusedInput;
import io.redress.core.staff.People;
import io.redress.engine.job.Skippable;
import io.redress.engine.port.ComplaintVariables;
import io.redress.engine.step.Duty;
import io.redress.engine.step.StepContract;
import io.redress.engine.step.Writes;
import io.redress.engine.task.Approval;
import io.redress.engine.task.FormReader;
import io.redress.engine.task.ReadForm;
import io.redress.engine.task.ReadsForm;
import io.redress.engine.task.SubmittedForm;
import io.redress.remedy.authority.Authority;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * The listener of the task <i>Approve remedy</i>: takes an approver's answer about what is decided. Whenever the task
 * is touched, it checks that it is another person.
 */
@Component
@StepContract(
        duties = Duty.APPROVES,
        reads = "approverGroup",
        writes =
                @Writes(
                        value = "approval",
                        words = {"approve", "refuse"}))
@Skippable(value = Skippable.When.NEVER, because = "is another person’s approval")
@ReadsForm(value = "approveRemedy", parameter = "approves", word = "remedy")
class ApproveRemedy implements Approval, FormReader {

    private static final ReadForm FORM = ReadForm.of("approveRemedy")
            .decision("approval", List.of("approve", "refuse"))
            .needs("approvalReason");

    private final Authority authority;
    private final People people;

    ApproveRemedy(Authority authority, People people) {
        this.authority = authority;
        this.people = people;
    }

    @Override
    public ReadForm form() {
        return FORM;
    }

    @Override
    public void notify(DelegateTask task) {
        CaseNumber caseNumber = ComplaintVariables.caseNumber(task);
        if (EVENTNAME_COMPLETE.equals(task.getEventName())) {
            take(task, caseNumber);
        } else if (task.getAssignee() != null) {
            requireAnother(task, task.getAssignee());
        }
    }

    @Override
    public boolean isByAuthority() {
        return true;
    }

    @Override
    public boolean isAskedBy(DelegateTask task, String person) {
        return authority.isAskedBy(ComplaintVariables.caseNumber(task), person);
    }

    @Override
    public void requireAnother(DelegateTask task, String person) {
        authority.requireApprover(ComplaintVariables.caseNumber(task), person, ComplaintVariables.approverGroups(task));
    }

    private void take(DelegateTask task, CaseNumber caseNumber) {
        Map<String, Object> form = SubmittedForm.take(task, answer());
        String approval = SubmittedForm.text(form, "approval");
        if (!"approve".equals(approval) && !"refuse".equals(approval)) {
            throw new RefusedInput("approval", "Choose approve or refuse.");
        }
        authority.answer(
                caseNumber,
                "approve".equals(approval),
                SubmittedForm.text(form, "approvalReason"),
                people.currentUserId(),
                ComplaintVariables.approverGroups(task));
        ComplaintVariables.APPROVAL.set(task, approval);
    }
}
