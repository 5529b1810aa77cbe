package io.redress.conversation.correspondence.process;

import io.redress.complaint.timeline.Actor;
import io.redress.conversation.correspondence.Correspondence;
import io.redress.conversation.incoming.CustomerToldAnswer;
import io.redress.conversation.incoming.Incoming;
import io.redress.conversation.letter.MessageKind;
import io.redress.conversation.outbox.Message;
import io.redress.core.input.RefusedInput;
import io.redress.core.staff.People;
import io.redress.engine.port.ComplaintVariables;
import io.redress.engine.step.StepContract;
import io.redress.engine.task.FormReader;
import io.redress.engine.task.ReadForm;
import io.redress.engine.task.ReadsForm;
import io.redress.engine.task.SubmittedForm;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The listener of the task <i>Tell customer</i>: notes that somebody told the customer a message, and what the customer
 * said to it.
 */
@Component
@StepContract(reads = "messageId")
@ReadsForm("tellCustomer")
class TellCustomer implements TaskListener, FormReader {

    private static final ReadForm FORM = ReadForm.of("tellCustomer")
            .choice("toldBy", List.of("phone", "letter", "counter"))
            .takes("customerSaid")
            .needs("followUpResolved");

    private static final Set<String> WAYS = Set.of("phone", "letter", "counter");
    private static final int LONGEST_TEXT = 4_000;

    private final Correspondence correspondence;
    private final Incoming incoming;
    private final People people;
    private final ApplicationEventPublisher events;

    TellCustomer(Correspondence correspondence, Incoming incoming, People people, ApplicationEventPublisher events) {
        this.correspondence = correspondence;
        this.incoming = incoming;
        this.people = people;
        this.events = events;
    }

    @Override
    public ReadForm form() {
        return FORM;
    }

    @Override
    public void notify(DelegateTask task) {
        Map<String, Object> form = SubmittedForm.take(task, FORM.fields());
        String way = SubmittedForm.text(form, "toldBy");
        if (way == null || !WAYS.contains(way)) {
            throw new RefusedInput("toldBy", "Must be one of phone, letter, counter.");
        }
        String said = SubmittedForm.text(form, "customerSaid", LONGEST_TEXT);
        UUID id = UUID.fromString(ComplaintVariables.MESSAGE_ID.get(task));
        Message message = correspondence.told(id, people.currentUserId(), way);
        if (message.kind() == MessageKind.FOLLOW_UP) {
            followedUp(message, way, SubmittedForm.text(form, "followUpResolved"), said);
        } else if (said != null) {
            Actor by = Actor.forCustomer(people.currentUserId());
            incoming.received(message.caseNumber(), said, "told/" + task.getId(), by);
        }
    }

    /** A letter brings no answer by itself; whoever spoke with the customer has heard one. */
    private void followedUp(Message message, String way, String resolved, String said) {
        if (resolved == null && !way.equals("letter")) {
            throw new RefusedInput("followUpResolved", "Say whether it is settled for the customer: yes or no.");
        }
        if (resolved != null && !Set.of("yes", "no").contains(resolved)) {
            throw new RefusedInput("followUpResolved", "Must be yes or no.");
        }
        if (resolved != null) {
            events.publishEvent(
                    new CustomerToldAnswer(message.caseNumber(), people.currentUserId(), resolved.equals("yes"), said));
        }
    }
}
