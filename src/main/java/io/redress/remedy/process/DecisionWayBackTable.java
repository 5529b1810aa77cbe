package io.redress.remedy.process;

import io.redress.complaint.Words;
import io.redress.remedy.WayBackTable;
import io.redress.verification.WayBackChoice.GoodsBack;
import io.redress.verification.WayBackChoice.PayWhen;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.stereotype.Component;

/** Asks the table of ways back that is deployed now, in the words it knows. */
@Component
class DecisionWayBackTable implements WayBackTable {

    private final DecisionService decisions;

    DecisionWayBackTable(DecisionService decisions) {
        this.decisions = decisions;
    }

    @Override
    public Answer ask(Goods goods) {
        Map<String, Object> facts = Map.of(
                "remedy", goods.remedy(),
                "claim", goods.claim(),
                "parcel", goods.parcel(),
                "value", goods.value().doubleValue(),
                "weightGrams", goods.weightGrams(),
                "neverReturned", goods.neverReturned());
        var row = decisions.evaluateDecisionTableByKey("wayBack", facts).getFirstResult();
        if (row == null) {
            throw new IllegalStateException("No row of the table of ways back fits " + goods);
        }
        return answer(row.getEntryMap());
    }

    /** A table from before money could wait says nothing of it, and "none" where we want nothing back. */
    private static Answer answer(Map<String, Object> row) {
        return new Answer(
                Words.constant(GoodsBack.class, (String) row.get("way")),
                Words.constant(PayWhen.class, (String) row.get("payWhen")).orElse(PayWhen.NOW),
                (String) row.get("reason"));
    }
}
