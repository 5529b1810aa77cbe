package io.redress.conversation.followup.process;

import io.redress.complaint.file.Complaints;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.complaint.timeline.Timeline;
import io.redress.complaint.timeline.TimelineKind;
import io.redress.conversation.correspondence.Correspondence;
import io.redress.conversation.incoming.UnreadMessages;
import io.redress.conversation.outbox.Message;
import io.redress.core.input.RefusedInput;
import io.redress.core.staff.People;
import io.redress.engine.port.ComplaintVariables;
import io.redress.engine.step.StepContract;
import io.redress.engine.step.Writes;
import io.redress.engine.task.FormReader;
import io.redress.engine.task.ReadForm;
import io.redress.engine.task.ReadsForm;
import io.redress.engine.task.SubmittedForm;
import io.redress.time.clock.ClockKind;
import io.redress.time.clock.Deadlines;
import io.redress.time.law.LegalForm;
import io.redress.verification.safety.HurtForm;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * The listener of the task <i>Read message</i>: takes what a person does about messages that came when nothing in the
 * case waited for them any more.
 */
@Component
@StepContract(
        writes = {
            @Writes(
                    value = "reading",
                    words = {"reopen", "answer", "leave"}),
            @Writes("messageId")
        })
@ReadsForm("readMessage")
class ReadMessage implements TaskListener, FormReader {

    private static final ReadForm FORM = ReadForm.of("readMessage")
            .choice(ComplaintVariables.READING.name(), List.of("reopen", "answer", "leave"))
            .needs("answer", "reason", ComplaintVariables.MESSAGES_TO_READ.name())
            .takes(LegalForm.FIELD);

    private static final String READING = ComplaintVariables.READING.name();
    private static final String ANSWER = "answer";
    private static final String REASON = "reason";
    private static final String SHOWN = ComplaintVariables.MESSAGES_TO_READ.name();
    private static final int LONGEST_ANSWER = 4_000;
    private static final int LONGEST_REASON = 1_000;

    private final Complaints complaints;
    private final UnreadMessages unread;
    private final Correspondence correspondence;
    private final LegalForm legal;
    private final HurtForm hurtForm;
    private final Deadlines deadlines;
    private final Timeline timeline;
    private final People people;
    private final Clock clock;

    ReadMessage(
            Complaints complaints,
            UnreadMessages unread,
            Correspondence correspondence,
            LegalForm legal,
            HurtForm hurtForm,
            Deadlines deadlines,
            Timeline timeline,
            People people,
            Clock clock) {
        this.complaints = complaints;
        this.unread = unread;
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
        noteLegalEvent(caseNumber, SubmittedForm.text(form, LegalForm.FIELD));
        unread.read(caseNumber, form.get(SHOWN) instanceof Number shown ? shown.intValue() : null);
        String reading = SubmittedForm.text(form, READING);
        switch (reading == null ? "" : reading) {
            case "reopen" -> reopen(caseNumber, form);
            case "answer" -> answer(task, caseNumber, form);
            case "leave" -> leave(caseNumber, form);
            default -> throw new RefusedInput(READING, "Must be one of reopen, answer, leave.");
        }
        // The gateway behind the task asks for it, and a message that comes from now on opens another task.
        ComplaintVariables.READING.set(task, reading);
    }

    /** What a law counts from counts from when the customer wrote it. */
    private void noteLegalEvent(CaseNumber caseNumber, String event) {
        if (event != null) {
            Instant wrote = unread.of(caseNumber).stream()
                    .map(Message::createdAt)
                    .findFirst()
                    .orElseGet(clock::instant);
            legal.take(complaints.get(caseNumber), event, wrote, people.currentUserId());
        }
    }

    private void reopen(CaseNumber caseNumber, Map<String, Object> form) {
        if (!complaints.get(caseNumber).hasEnded()) {
            throw new RefusedInput(READING, "The case is open already: answer the customer, or leave the message.");
        }
        String reason = SubmittedForm.text(form, REASON, LONGEST_REASON);
        done(caseNumber, reason == null ? "The case is opened again" : "The case is opened again: " + reason);
        deadlines.stop(caseNumber, ClockKind.NEXT_ANSWER);
    }

    /** The customer's clock goes on until they have the answer. */
    private void answer(DelegateTask task, CaseNumber caseNumber, Map<String, Object> form) {
        String answer = SubmittedForm.text(form, ANSWER, LONGEST_ANSWER);
        if (answer == null) {
            throw new RefusedInput(ANSWER, "Write what the customer is to read.");
        }
        ComplaintVariables.MESSAGE_ID.set(
                task,
                correspondence
                        .reply(caseNumber, task.getId(), answer, people.currentUserId())
                        .toString());
        done(caseNumber, "The customer is answered");
    }

    private void leave(CaseNumber caseNumber, Map<String, Object> form) {
        String reason = SubmittedForm.text(form, REASON, LONGEST_REASON);
        if (reason == null) {
            throw new RefusedInput(REASON, "Say why nothing follows from it.");
        }
        done(caseNumber, "Nothing follows from it: " + reason.replace('_', ' '));
        deadlines.stop(caseNumber, ClockKind.NEXT_ANSWER);
    }

    private void done(CaseNumber caseNumber, String text) {
        timeline.add(caseNumber, people.currentUserId(), TimelineKind.MESSAGE_READ, text);
    }
}
