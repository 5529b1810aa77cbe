package io.redress.remedy.process;

import io.redress.complaint.Words;
import io.redress.engine.ComplaintVariables;
import io.redress.engine.People;
import io.redress.engine.RefusedInput;
import io.redress.engine.SubmittedForm;
import io.redress.remedy.GoodsReturns;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Takes what a person decided about goods that never came, or came in another condition than described. */
@Component
class SettleReturn implements TaskListener {

    private final GoodsReturns returns;
    private final People people;

    SettleReturn(GoodsReturns returns, People people) {
        this.returns = returns;
        this.people = people;
    }

    enum Choice {
        WAIT,
        CLOSE
    }

    @Override
    public void notify(DelegateTask task) {
        Map<String, Object> form = SubmittedForm.take(task, List.of("returnChoice", "note"));
        Choice choice = Words.constant(Choice.class, SubmittedForm.text(form, "returnChoice"))
                .orElseThrow(
                        () -> new RefusedInput("returnChoice", "Choose one of " + Words.words(Choice.class) + "."));
        boolean goodsAreHere = task.getTaskDefinitionKey().equals("userTask_assessGoods");
        if (goodsAreHere && choice == Choice.WAIT) {
            throw new RefusedInput("returnChoice", "The goods are here already; close the return.");
        }
        UUID id = UUID.fromString(ComplaintVariables.RETURN_ID.get(task));
        if (choice == Choice.WAIT) {
            returns.waitLonger(id, people.currentUserId());
        } else {
            returns.close(id, people.currentUserId(), SubmittedForm.text(form, "note"));
        }
        ComplaintVariables.RETURN_CHOICE.set(task, Words.word(choice));
    }
}
