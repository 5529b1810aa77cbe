package io.redress.correspondence.process;

import io.redress.complaint.CaseNumber;
import io.redress.complaint.Timeline;
import io.redress.correspondence.Correspondence;
import io.redress.deadline.ClockKind;
import io.redress.deadline.Deadlines;
import io.redress.engine.ComplaintVariables;
import io.redress.engine.People;
import io.redress.engine.RefusedInput;
import io.redress.engine.SubmittedForm;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Takes a handler's reply to what the customer wrote unasked. */
@Component
class AnswerCustomer implements TaskListener {

    private static final String REPLY_NEEDED = "replyNeeded";
    private static final int LONGEST_REPLY = 4_000;

    private final Correspondence correspondence;
    private final Deadlines deadlines;
    private final Timeline timeline;
    private final People people;

    AnswerCustomer(Correspondence correspondence, Deadlines deadlines, Timeline timeline, People people) {
        this.correspondence = correspondence;
        this.deadlines = deadlines;
        this.timeline = timeline;
        this.people = people;
    }

    @Override
    public void notify(DelegateTask task) {
        CaseNumber caseNumber = ComplaintVariables.caseNumber(task);
        Map<String, Object> form = SubmittedForm.take(task, List.of(REPLY_NEEDED, "reply"));
        String needed = SubmittedForm.text(form, REPLY_NEEDED);
        if ("yes".equals(needed)) {
            String reply = FormText.required(form, "reply", LONGEST_REPLY, "Write what the customer is to read.");
            UUID message = correspondence.reply(caseNumber, task.getId(), reply, people.currentUserId());
            ComplaintVariables.MESSAGE_ID.set(task, message.toString());
        } else if ("no".equals(needed)) {
            timeline.add(caseNumber, people.currentUserId(), "no_reply_needed", "The message needs no reply");
            deadlines.stop(caseNumber, ClockKind.NEXT_ANSWER);
        } else {
            throw new RefusedInput(REPLY_NEEDED, "Say yes or no.");
        }
        // The gateway behind the task asks for it.
        task.setVariable(REPLY_NEEDED, needed);
    }
}
