package io.redress.conversation.correspondence;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Complaints;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.complaint.timeline.TimelineEntry;
import io.redress.conversation.alert.StaffAlerts;
import io.redress.conversation.alert.TaskLinks;
import io.redress.conversation.letter.Letters;
import io.redress.conversation.letter.MessageKind;
import io.redress.conversation.mail.MailUnavailable;
import io.redress.conversation.outbox.Message;
import io.redress.conversation.outbox.MessageRows;
import io.redress.conversation.outbox.Outbox;
import io.redress.time.promise.HoldingPromise;
import io.redress.time.promise.Promises;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The holding answer: tells a customer that we need longer, and until when, before they have waited in vain. It is safe
 * to repeat: in place of each promise one message goes out, with one instant in it; a second one in a row only while a
 * person has a task in the case. What cannot be sent now throws {@link MailUnavailable}.
 */
@Component
public class HoldingAnswer {

    private final Complaints complaints;
    private final Promises promises;
    private final Outbox outbox;
    private final MessageRows rows;
    private final Letters letters;
    private final StaffAlerts alerts;
    private final TaskLinks tasks;

    HoldingAnswer(
            Complaints complaints,
            Promises promises,
            Outbox outbox,
            MessageRows rows,
            Letters letters,
            StaffAlerts alerts,
            TaskLinks tasks) {
        this.complaints = complaints;
        this.promises = promises;
        this.outbox = outbox;
        this.rows = rows;
        this.letters = letters;
        this.alerts = alerts;
        this.tasks = tasks;
    }

    /** Sends what is due. @return whether the customer still waits for the outcome of the case */
    @Transactional
    public boolean send(CaseNumber caseNumber) {
        promises.due(caseNumber).ifPresent(promise -> send(complaints.get(caseNumber), promise));
        return promises.isAnswerOwed(caseNumber);
    }

    private void send(Complaint complaint, HoldingPromise promise) {
        String once = String.valueOf(promise.inPlaceOf());
        if (promise.turn() > 1 && !isWithSomebody(complaint)) {
            askForSomebody(complaint, once);
            return;
        }
        if (promise.turn() > 1) {
            askLeads(complaint, once);
        }
        outbox.send(
                complaint, MessageKind.HOLDING, once, TimelineEntry.ENGINE, () -> letters.holding(complaint, promise));
        Message message =
                rows.find(complaint.number(), MessageKind.HOLDING, once).orElseThrow();
        promises.handedOver(promise, message.id());
        if (message.isKnownToCustomer()) {
            promises.given(message.id());
        }
    }

    private boolean isWithSomebody(Complaint complaint) {
        return tasks.openTasks(List.of(complaint.number())).containsKey(complaint.number());
    }

    /**
     * Nobody is told twice that we need longer while nobody works on it: the letter waits until somebody has a task.
     */
    private void askForSomebody(Complaint complaint, String once) {
        alerts.tell(
                complaint,
                "holding-nobody/" + once,
                "leads",
                "A promise is in danger, and nobody has a task in the case",
                "The customer has heard once that we need longer, and hears it again only when somebody has the case as"
                        + " a task. Please find out in Cockpit what the case waits for, and see to it.");
    }

    /** So that the letter, which says so, tells the truth. */
    private void askLeads(Complaint complaint, String once) {
        alerts.tell(
                complaint,
                "holding/" + once,
                "leads",
                "A customer is told once more that we need longer",
                "They are told that a lead was asked to see to it: please do, before the new promise is broken too.");
    }
}
