package io.redress.verification.process;

import io.redress.complaint.CaseNumber;
import io.redress.complaint.Timeline;
import io.redress.engine.ComplaintVariables;
import io.redress.engine.People;
import io.redress.engine.RefusedInput;
import io.redress.engine.SubmittedForm;
import java.util.List;
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
        String advice = SubmittedForm.text(SubmittedForm.take(task, List.of("advice")), "advice");
        if (advice == null) {
            throw new RefusedInput("advice", "Write what you advise.");
        }
        CaseNumber caseNumber = ComplaintVariables.caseNumber(task);
        timeline.add(caseNumber, people.currentUserId(), "advice", advice);
    }
}
