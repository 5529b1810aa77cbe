package io.redress.conversation.followup.process;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.conversation.correspondence.Correspondence;
import io.redress.core.input.RefusedInput;
import io.redress.core.staff.People;
import io.redress.engine.port.ComplaintVariables;
import io.redress.engine.step.StepContract;
import io.redress.engine.step.Writes;
import io.redress.engine.task.FormReader;
import io.redress.engine.task.ReadForm;
import io.redress.engine.task.ReadsForm;
import io.redress.engine.task.SubmittedForm;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** The listener of the task <i>Give final answer</i>: takes a lead's last word. */
@Component
@StepContract(writes = @Writes("messageId"))
@ReadsForm("giveFinalAnswer")
class GiveFinalAnswer implements TaskListener, FormReader {

    private static final ReadForm FORM = ReadForm.of("giveFinalAnswer").needs("finalAnswer");

    private static final String FIELD = "finalAnswer";
    private static final int LONGEST_ANSWER = 4_000;

    private final Correspondence correspondence;
    private final People people;

    GiveFinalAnswer(Correspondence correspondence, People people) {
        this.correspondence = correspondence;
        this.people = people;
    }

    @Override
    public ReadForm form() {
        return FORM;
    }

    @Override
    public void notify(DelegateTask task) {
        String answer = SubmittedForm.text(SubmittedForm.take(task, FORM.fields()), FIELD);
        if (answer == null) {
            throw new RefusedInput(FIELD, "Write what the customer is to read.");
        }
        if (answer.length() > LONGEST_ANSWER) {
            throw new RefusedInput(FIELD, "Must have at most " + LONGEST_ANSWER + " characters.");
        }
        CaseNumber caseNumber = ComplaintVariables.caseNumber(task);
        UUID message = correspondence.finalAnswer(caseNumber, answer, people.currentUserId());
        ComplaintVariables.MESSAGE_ID.set(task, message.toString());
    }
}
