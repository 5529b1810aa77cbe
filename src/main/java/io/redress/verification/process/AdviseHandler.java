package io.redress.verification.process;

import io.redress.complaint.CaseNumber;
import io.redress.complaint.Timeline;
import io.redress.engine.ComplaintVariables;
import io.redress.engine.People;
import io.redress.engine.RefusedInput;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Keeps a colleague's advice where the handler reads it: in the case's timeline. */
@Component
class AdviseHandler implements TaskListener {

    private final Timeline timeline;
    private final People people;

    AdviseHandler(Timeline timeline, People people) {
        this.timeline = timeline;
        this.people = people;
    }

    @Override
    public void notify(DelegateTask task) {
        Object advice = task.getVariable("advice");
        if (advice == null || advice.toString().isBlank()) {
            throw new RefusedInput("advice", "Write what you advise.");
        }
        CaseNumber caseNumber = new CaseNumber(ComplaintVariables.CASE_NUMBER.get(task));
        timeline.add(
                caseNumber, people.currentUserId(), "advice", advice.toString().strip());
    }
}
