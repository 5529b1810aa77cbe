package io.redress.remedy.authority.process;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.engine.job.Skippable;
import io.redress.engine.port.ComplaintVariables;
import io.redress.engine.step.Duty;
import io.redress.engine.step.StepContract;
import io.redress.engine.step.Writes;
import io.redress.engine.table.Decides;
import io.redress.engine.table.DecisionStep;
import io.redress.remedy.authority.Authority;
import io.redress.remedy.authority.AuthorityTable;
import io.redress.remedy.authority.AuthorityTable.Answer;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The step <i>Check authority</i>: asks the authority table whether another person has to agree. */
@Component
@StepContract(
        duties = Duty.CHECKS_AUTHORITY,
        writes = {@Writes("approvalNeeded"), @Writes("approverGroup")})
@Skippable(value = Skippable.When.NEVER, because = "keeps money and goods within limits")
@Decides("authority")
class CheckAuthority extends DecisionStep {

    private final Authority authority;

    CheckAuthority(Authority authority) {
        this.authority = authority;
    }

    @Override
    protected Map<String, Object> facts(DelegateExecution execution) {
        return DecisionAuthorityTable.facts(authority.stake(ComplaintVariables.caseNumber(execution)));
    }

    @Override
    protected void decided(DelegateExecution execution, Map<String, Object> answered) {
        CaseNumber caseNumber = ComplaintVariables.caseNumber(execution);
        Answer answer = DecisionAuthorityTable.answer(answered);
        boolean needed = authority.needsApproval(caseNumber, answer);
        ComplaintVariables.APPROVAL_NEEDED.set(execution, needed);
        if (needed) {
            ComplaintVariables.APPROVER_GROUP.set(execution, AuthorityTable.GROUPS.get(answer.approver()));
        }
    }
}
