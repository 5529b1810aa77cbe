package io.redress.remedy.goodwill.process;

import io.redress.complaint.timeline.CaseNumber;
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
import io.redress.remedy.authority.Authority;
import io.redress.remedy.goodwill.Goodwill;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * The listener of the task <i>Approve remedy</i> for goodwill: takes an approver's answer about what is given on top. A
 * refusal touches nothing that is due.
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
@ReadsForm(value = "approveRemedy", parameter = "approves", word = "goodwill")
class ApproveGoodwill implements Approval {

    private final Authority authority;
    private final Goodwill goodwill;
    private final People people;

    ApproveGoodwill(Authority authority, Goodwill goodwill, People people) {
        this.authority = authority;
        this.goodwill = goodwill;
        this.people = people;
    }

    @Override
    public void notify(DelegateTask task) {
        CaseNumber caseNumber = ComplaintVariables.caseNumber(task);
        Map<String, Object> form = SubmittedForm.take(task, answer());
        String approval = SubmittedForm.text(form, "approval");
        String reason = SubmittedForm.text(form, "approvalReason");
        switch (String.valueOf(approval)) {
            case "approve" ->
                authority.answer(
                        caseNumber, true, reason, people.currentUserId(), ComplaintVariables.approverGroups(task));
            case "refuse" -> refuse(task, caseNumber, reason);
            default -> throw new RefusedInput("approval", "Choose approve or refuse.");
        }
        ComplaintVariables.APPROVAL.set(task, approval);
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

    private void refuse(DelegateTask task, CaseNumber caseNumber, String reason) {
        requireAnother(task, people.currentUserId());
        if (reason == null) {
            throw new RefusedInput("approvalReason", "Say why; it is kept.");
        }
        goodwill.refuse(caseNumber, reason, people.currentUserId());
    }
}
