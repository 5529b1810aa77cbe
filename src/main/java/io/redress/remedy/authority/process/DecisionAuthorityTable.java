package io.redress.remedy.authority.process;

import io.redress.remedy.authority.AuthorityQuestion;
import io.redress.remedy.authority.AuthorityTable;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.stereotype.Component;

/** The authority table that is deployed now, asked in the words it knows. */
@Component
class DecisionAuthorityTable implements AuthorityTable {

    private final DecisionService decisions;

    DecisionAuthorityTable(DecisionService decisions) {
        this.decisions = decisions;
    }

    @Override
    public Answer ask(AuthorityQuestion stake) {
        return answer(decisions
                .evaluateDecisionTableByKey("authority", facts(stake))
                .getSingleResult()
                .getEntryMap());
    }

    /** The table's inputs by name. */
    static Map<String, Object> facts(AuthorityQuestion stake) {
        return Map.of(
                "requester", stake.role(),
                "currency", stake.currency(),
                "caseAmount", stake.caseAmount().doubleValue(),
                "customerDayAmount", stake.customerDayAmount().doubleValue(),
                "deciderDayAmount", stake.personDayAmount().doubleValue());
    }

    /** The table's outputs by name. */
    static Answer answer(Map<String, Object> answered) {
        return new Answer((String) answered.get("approver"), (String) answered.get("reason"));
    }
}
