package io.redress.remedy.process;

import io.redress.complaint.Words;
import io.redress.engine.ComplaintVariables;
import io.redress.engine.People;
import io.redress.engine.RefusedInput;
import io.redress.engine.SubmittedForm;
import io.redress.remedy.GoodsReturn.Condition;
import io.redress.remedy.GoodsReturns;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Takes in what condition goods came back. */
@Component
class ReceiveGoods implements TaskListener {

    private final GoodsReturns returns;
    private final People people;

    ReceiveGoods(GoodsReturns returns, People people) {
        this.returns = returns;
        this.people = people;
    }

    @Override
    public void notify(DelegateTask task) {
        Map<String, Object> form = SubmittedForm.take(task, List.of("condition", "note"));
        Condition condition = Words.constant(Condition.class, SubmittedForm.text(form, "condition"))
                .orElseThrow(
                        () -> new RefusedInput("condition", "Choose one of " + Words.words(Condition.class) + "."));
        returns.received(
                ComplaintVariables.caseNumber(task),
                condition,
                SubmittedForm.text(form, "note"),
                people.currentUserId());
    }
}
