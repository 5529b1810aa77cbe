package io.redress.remedy.byhand.process;

import io.redress.core.staff.People;
import io.redress.engine.port.ComplaintVariables;
import io.redress.engine.step.StepContract;
import io.redress.engine.task.ReadsForm;
import io.redress.remedy.returns.ReturnArrangement;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * The listener of the task <i>Arrange by hand</i> of a return: notes that a person arranged how goods come back, so
 * that they are awaited like all others.
 */
@Component
@StepContract(reads = "returnId")
@ReadsForm(value = "resolveByHand", parameter = ResolveByHand.REMEDY_KIND, word = "return")
class ReturnByHand implements TaskListener {

    private final ReturnArrangement arrangement;
    private final ResolveByHand resolveByHand;
    private final People people;

    ReturnByHand(ReturnArrangement arrangement, ResolveByHand resolveByHand, People people) {
        this.arrangement = arrangement;
        this.resolveByHand = resolveByHand;
        this.people = people;
    }

    @Override
    public void notify(DelegateTask task) {
        resolveByHand.notify(task);
        arrangement.arrangedByHand(UUID.fromString(ComplaintVariables.RETURN_ID.get(task)), people.currentUserId());
    }
}
