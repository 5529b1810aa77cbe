package io.redress.conversation.hold.process;

import io.redress.conversation.hold.LetterHolds;
import io.redress.conversation.outbox.HoldReason;
import io.redress.core.input.RefusedInput;
import io.redress.core.staff.People;
import io.redress.core.text.EnumWords;
import io.redress.engine.port.ComplaintVariables;
import io.redress.engine.task.SubmittedForm;
import io.redress.engine.task.TaskAnswers;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The fields of every task's form by which whoever does the task holds the case's letters. */
@Component
class HoldLetters implements TaskAnswers {

    private static final String REASON = "holdLetters";
    private static final String NOTE = "holdNote";
    private static final int LONGEST_NOTE = 2_000;

    private final LetterHolds holds;
    private final People people;

    HoldLetters(LetterHolds holds, People people) {
        this.holds = holds;
        this.people = people;
    }

    @Override
    public void take(DelegateTask task) {
        Map<String, Object> form = SubmittedForm.take(task, List.of(REASON, NOTE));
        String word = SubmittedForm.text(form, REASON);
        if (word != null && !word.equals("no")) {
            HoldReason reason = EnumWords.constant(HoldReason.class, word)
                    .orElseThrow(() -> new RefusedInput(
                            REASON, "Must be one of " + String.join(", ", EnumWords.words(HoldReason.class)) + "."));
            holds.hold(
                    ComplaintVariables.caseNumber(task),
                    reason,
                    people.currentUserId(),
                    SubmittedForm.text(form, NOTE, LONGEST_NOTE));
        }
    }
}
