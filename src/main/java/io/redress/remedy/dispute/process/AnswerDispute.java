package io.redress.remedy.dispute.process;

import io.redress.core.input.RefusedInput;
import io.redress.core.staff.People;
import io.redress.core.text.EnumWords;
import io.redress.engine.port.ComplaintVariables;
import io.redress.engine.step.StepContract;
import io.redress.engine.step.Writes;
import io.redress.engine.task.FormReader;
import io.redress.engine.task.ReadForm;
import io.redress.engine.task.ReadsForm;
import io.redress.engine.task.SubmittedForm;
import io.redress.remedy.dispute.Disputes;
import io.redress.remedy.dispute.Disputes.Answer;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** The listener of the task <i>Answer dispute</i>: takes how a person answered the bank that takes a payment back. */
@Component
@StepContract(reads = "disputeId", writes = @Writes("disputeAnswered"))
@ReadsForm("answerDispute")
class AnswerDispute implements TaskListener, FormReader {

    private static final ReadForm FORM =
            ReadForm.of("answerDispute").choice("disputeAnswer", Answer.class).takes("note");

    private final Disputes disputes;
    private final People people;

    AnswerDispute(Disputes disputes, People people) {
        this.disputes = disputes;
        this.people = people;
    }

    @Override
    public ReadForm form() {
        return FORM;
    }

    @Override
    public void notify(DelegateTask task) {
        Map<String, Object> form = SubmittedForm.take(task, FORM.fields());
        Answer answer = EnumWords.constant(Answer.class, SubmittedForm.text(form, "disputeAnswer"))
                .orElseThrow(() ->
                        new RefusedInput("disputeAnswer", "Choose one of " + EnumWords.words(Answer.class) + "."));
        disputes.answered(
                ComplaintVariables.caseNumber(task),
                ComplaintVariables.DISPUTE_ID.get(task),
                answer,
                SubmittedForm.text(form, "note"),
                people.currentUserId());
        ComplaintVariables.DISPUTE_ANSWERED.set(task.getExecution(), true);
    }
}
