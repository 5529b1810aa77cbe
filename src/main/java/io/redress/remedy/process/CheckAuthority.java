package io.redress.remedy.process;

import io.redress.complaint.CaseNumber;
import io.redress.engine.ComplaintVariables;
import io.redress.engine.DecisionStep;
import io.redress.remedy.Authority;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Asks the authority table whether another person has to agree. */
@Component
class CheckAuthority extends DecisionStep {

    /** Managers may approve what leads may. */
    private static final Map<String, String> GROUPS = Map.of("lead", "leads,managers", "manager", "managers");

    private final Authority authority;

    CheckAuthority(Authority authority) {
        this.authority = authority;
    }

    @Override
    protected Map<String, Object> facts(DelegateExecution execution) {
        CaseNumber caseNumber = ComplaintVariables.caseNumber(execution);
        return Map.of(
                "requester", authority.requester(caseNumber),
                "currency", authority.currency(caseNumber),
                "amount", authority.amount(caseNumber).doubleValue());
    }

    @Override
    protected void decided(DelegateExecution execution, Map<String, Object> answer) {
        String approver = (String) answer.get("approver");
        boolean needed = !"none".equals(approver);
        ComplaintVariables.APPROVAL_NEEDED.set(execution, needed);
        if (needed) {
            ComplaintVariables.APPROVER_GROUP.set(execution, GROUPS.get(approver));
            authority.beyondAuthority(ComplaintVariables.caseNumber(execution), (String) answer.get("reason"));
        } else {
            authority.withinAuthority(ComplaintVariables.caseNumber(execution));
        }
    }
}
