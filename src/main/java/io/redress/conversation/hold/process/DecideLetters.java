package io.redress.conversation.hold.process;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.conversation.hold.LetterHolds;
import io.redress.core.input.RefusedInput;
import io.redress.core.staff.People;
import io.redress.engine.port.ComplaintVariables;
import io.redress.engine.step.StepContract;
import io.redress.engine.step.Writes;
import io.redress.engine.task.FormReader;
import io.redress.engine.task.ReadForm;
import io.redress.engine.task.ReadsForm;
import io.redress.engine.task.SubmittedForm;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** The listener of the task <i>Decide on letters</i>: takes what a person says becomes of the letters that are held. */
@Component
@StepContract(
        writes = {
            @Writes(
                    value = "lettersDecision",
                    words = {"let_go", "write", "drop"}),
            @Writes("messageId")
        })
@ReadsForm("decideLetters")
class DecideLetters implements TaskListener, FormReader {

    private static final ReadForm FORM = ReadForm.of("decideLetters")
            .choice("lettersDecision", List.of("let_go", "write", "drop"))
            .needs("reason", "letterText");

    private static final String LETTERS = "lettersDecision";
    private static final String REASON = "reason";
    private static final String TEXT = "letterText";
    private static final int LONGEST_TEXT = 4_000;
    private static final int LONGEST_REASON = 2_000;

    private final LetterHolds holds;
    private final People people;

    DecideLetters(LetterHolds holds, People people) {
        this.holds = holds;
        this.people = people;
    }

    @Override
    public ReadForm form() {
        return FORM;
    }

    @Override
    public void notify(DelegateTask task) {
        CaseNumber caseNumber = ComplaintVariables.caseNumber(task);
        Map<String, Object> form = SubmittedForm.take(task, FORM.fields());
        String letters = SubmittedForm.text(form, LETTERS);
        String reason = SubmittedForm.text(form, REASON, LONGEST_REASON);
        String by = people.currentUserId();
        switch (letters == null ? "" : letters) {
            case "let_go" -> holds.letGo(caseNumber, by, reason);
            case "drop" -> holds.drop(caseNumber, by, reason);
            case "write" -> {
                String words = SubmittedForm.required(form, TEXT, LONGEST_TEXT, "Write what the customer is to read.");
                ComplaintVariables.MESSAGE_ID.set(
                        task, holds.write(caseNumber, task.getId(), words, by).toString());
            }
            default -> throw new RefusedInput(LETTERS, "Must be one of let_go, write, drop.");
        }
        // The gateway behind the task asks for it.
        task.setVariable(LETTERS, letters);
    }
}
