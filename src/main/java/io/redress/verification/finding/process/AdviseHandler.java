package io.redress.verification.finding.process;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.core.input.RefusedInput;
import io.redress.core.staff.People;
import io.redress.engine.port.ComplaintVariables;
import io.redress.engine.step.StepContract;
import io.redress.engine.task.AnotherPersonsTask;
import io.redress.engine.task.FormReader;
import io.redress.engine.task.ReadForm;
import io.redress.engine.task.ReadsForm;
import io.redress.engine.task.SubmittedForm;
import io.redress.verification.finding.Advice;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * The listener of the task <i>Advise handler</i>: gives a colleague the question of whoever asks for advice, and keeps
 * the advice where the handler reads it.
 */
@Component
@StepContract
@ReadsForm(
        value = "adviseHandler",
        on = {TaskListener.EVENTNAME_CREATE, TaskListener.EVENTNAME_COMPLETE})
class AdviseHandler implements AnotherPersonsTask, FormReader {

    private static final ReadForm FORM = ReadForm.of("adviseHandler").needs("advice");

    private static final String ADVICE = "advice";

    private final Advice advice;
    private final People people;

    AdviseHandler(Advice advice, People people) {
        this.advice = advice;
        this.people = people;
    }

    @Override
    public ReadForm form() {
        return FORM;
    }

    @Override
    public void notify(DelegateTask task) {
        CaseNumber caseNumber = ComplaintVariables.caseNumber(task);
        if (EVENTNAME_CREATE.equals(task.getEventName())) {
            ask(task, caseNumber);
        } else if (EVENTNAME_COMPLETE.equals(task.getEventName())) {
            take(task, caseNumber);
        }
    }

    /** A deputy who is the one that asks is no colleague: then it is for whoever of the groups takes it. */
    private void ask(DelegateTask task, CaseNumber caseNumber) {
        String person = ComplaintVariables.ASKED_ADVISER
                .find(task)
                .flatMap(advice::present)
                .filter(present -> !advice.isAskedBy(caseNumber, present))
                .orElse(null);
        List<String> groups = ComplaintVariables.ADVISER_GROUPS
                .find(task)
                .map(found -> List.of(found.split(",")))
                .orElse(List.of(Advice.LEADS));
        advice.asked(caseNumber, person, groups);
        if (person != null) {
            task.setAssignee(person);
        }
    }

    private void take(DelegateTask task, CaseNumber caseNumber) {
        String given = SubmittedForm.text(SubmittedForm.take(task, answer()), ADVICE);
        if (given == null) {
            throw new RefusedInput(ADVICE, "Write what you advise.");
        }
        String person = people.currentUserId();
        requireAnother(task, person);
        advice.given(caseNumber, given, person);
    }

    @Override
    public List<String> answer() {
        return FORM.fields();
    }

    @Override
    public boolean isAskedBy(DelegateTask task, String person) {
        return advice.isAskedBy(ComplaintVariables.caseNumber(task), person);
    }

    @Override
    public void requireAnother(DelegateTask task, String person) {
        if (person == null || isAskedBy(task, person)) {
            throw new RefusedInput(ADVICE, "Nobody advises themselves; another person is asked.");
        }
    }
}
