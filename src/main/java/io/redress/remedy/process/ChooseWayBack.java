package io.redress.remedy.process;

import io.redress.complaint.Words;
import io.redress.engine.ComplaintVariables;
import io.redress.engine.DecisionStep;
import io.redress.remedy.GoodsReturn.Way;
import io.redress.remedy.ReturnArrangement;
import io.redress.remedy.ReturnArrangement.Goods;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Asks the table how goods come back, or whether they are worth it. */
@Component
class ChooseWayBack extends DecisionStep {

    private final ReturnArrangement arrangement;

    ChooseWayBack(ReturnArrangement arrangement) {
        this.arrangement = arrangement;
    }

    @Override
    protected Map<String, Object> facts(DelegateExecution execution) {
        Goods goods = arrangement.goods(id(execution));
        return Map.of(
                "remedy", goods.collection() ? "collection" : "replacement",
                "value", goods.value().doubleValue(),
                "weightGrams", goods.weightGrams());
    }

    @Override
    protected void decided(DelegateExecution execution, Map<String, Object> answer) {
        String way = (String) answer.get("way");
        arrangement.choose(id(execution), Words.constant(Way.class, way).orElseThrow(), (String) answer.get("reason"));
        ComplaintVariables.RETURN_WAY.set(execution, way);
    }

    private static UUID id(DelegateExecution execution) {
        return UUID.fromString(ComplaintVariables.RETURN_ID.get(execution));
    }
}
