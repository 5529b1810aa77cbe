package io.redress.conversation.correspondence.process;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Complaints;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.complaint.timeline.Timeline;
import io.redress.complaint.timeline.TimelineKind;
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
import io.redress.time.clock.CaseClock;
import io.redress.time.clock.ClockKind;
import io.redress.time.clock.Deadlines;
import io.redress.time.law.LegalForm;
import io.redress.verification.safety.HurtForm;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** The listener of the task <i>Answer customer</i>: takes a handler's reply to what the customer wrote unasked. */
@Component
@StepContract(
        writes = {
            @Writes(
                    value = "replyNeeded",
                    words = {"yes", "no"}),
            @Writes("messageId")
        })
@ReadsForm("answerCustomer")
class AnswerCustomer implements TaskListener, FormReader {

    private static final ReadForm FORM = ReadForm.of("answerCustomer")
            .decision("replyNeeded", List.of("yes", "no"))
            .needs("reply")
            .takes(LegalForm.FIELD);

    private static final String REPLY_NEEDED = "replyNeeded";
    private static final int LONGEST_REPLY = 4_000;

    private final Complaints complaints;
    private final Correspondence correspondence;
    private final LegalForm legal;
    private final HurtForm hurtForm;
    private final Deadlines deadlines;
    private final Timeline timeline;
    private final People people;
    private final Clock clock;

    AnswerCustomer(
            Complaints complaints,
            Correspondence correspondence,
            LegalForm legal,
            HurtForm hurtForm,
            Deadlines deadlines,
            Timeline timeline,
            People people,
            Clock clock) {
        this.complaints = complaints;
        this.correspondence = correspondence;
        this.legal = legal;
        this.hurtForm = hurtForm;
        this.deadlines = deadlines;
        this.timeline = timeline;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public ReadForm form() {
        return FORM;
    }

    @Override
    public void notify(DelegateTask task) {
        CaseNumber caseNumber = ComplaintVariables.caseNumber(task);
        Map<String, Object> form = SubmittedForm.take(task, FORM.fields());
        hurtForm.takeFirst(caseNumber, SubmittedForm.take(task, HurtForm.FIELDS), people.currentUserId());
        String said = SubmittedForm.text(form, LegalForm.FIELD);
        if (said != null) {
            Complaint complaint = complaints.get(caseNumber);
            legal.take(complaint, said, waitingSince(complaint), people.currentUserId());
        }
        String needed = SubmittedForm.text(form, REPLY_NEEDED);
        if ("yes".equals(needed)) {
            String reply = SubmittedForm.required(form, "reply", LONGEST_REPLY, "Write what the customer is to read.");
            UUID message = correspondence.reply(caseNumber, task.getId(), reply, people.currentUserId());
            ComplaintVariables.MESSAGE_ID.set(task, message.toString());
        } else if ("no".equals(needed)) {
            timeline.add(
                    caseNumber, people.currentUserId(), TimelineKind.NO_REPLY_NEEDED, "The message needs no reply");
            deadlines.stop(caseNumber, ClockKind.NEXT_ANSWER);
        } else {
            throw new RefusedInput(REPLY_NEEDED, "Say yes or no.");
        }
        // The gateway behind the task asks for it.
        task.setVariable(REPLY_NEEDED, needed);
    }

    /** Since when the customer waits for a reply, which is when they wrote. */
    private Instant waitingSince(Complaint complaint) {
        return deadlines.of(complaint.number()).stream()
                .filter(running -> running.kind() == ClockKind.NEXT_ANSWER && running.isRunning())
                .map(CaseClock::startedAt)
                .findFirst()
                .orElseGet(clock::instant);
    }
}
