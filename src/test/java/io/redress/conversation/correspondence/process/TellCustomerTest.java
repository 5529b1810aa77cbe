package io.redress.conversation.correspondence.process;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.redress.complaint.timeline.Actor;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.conversation.correspondence.Correspondence;
import io.redress.conversation.incoming.CustomerToldAnswer;
import io.redress.conversation.incoming.Incoming;
import io.redress.conversation.letter.MessageKind;
import io.redress.conversation.outbox.Message;
import io.redress.core.input.RefusedInput;
import io.redress.core.staff.People;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;

/** What becomes of a message that somebody told. */
class TellCustomerTest {

    private static final CaseNumber CASE = new CaseNumber("C-2026-000001");
    private static final UUID ID = UUID.randomUUID();

    private final Correspondence correspondence = mock();
    private final Incoming incoming = mock();
    private final People people = mock();
    private final ApplicationEventPublisher events = mock();
    private final TellCustomer listener = new TellCustomer(correspondence, incoming, people, events);

    @Test
    void whatTheCustomerSaidIsKept() {
        DelegateTask task = told(MessageKind.QUESTION, "phone");
        when(task.getVariable("customerSaid")).thenReturn(" It was blue. ");

        listener.notify(task);

        verify(correspondence).told(ID, "handler", "phone");
        verify(incoming).received(CASE, "It was blue.", "told/task-1", Actor.forCustomer("handler"));
    }

    @Test
    void theAnswerToTheFollowUpIsPassedOn() {
        DelegateTask task = told(MessageKind.FOLLOW_UP, "phone");
        when(task.getVariable("followUpResolved")).thenReturn("no");
        when(task.getVariable("customerSaid")).thenReturn("Still nothing.");

        listener.notify(task);

        verify(events).publishEvent(new CustomerToldAnswer(CASE, "handler", false, "Still nothing."));
        verify(incoming, never()).received(any(), any(), any(), any());
    }

    @Test
    void whoSpokeWithTheCustomerSaysWhetherItIsSettled() {
        assertThatThrownBy(() -> listener.notify(told(MessageKind.FOLLOW_UP, "phone")))
                .isInstanceOf(RefusedInput.class)
                .hasMessageContaining("followUpResolved");
    }

    @Test
    void aLetterBringsNoAnswer() {
        listener.notify(told(MessageKind.FOLLOW_UP, "letter"));

        verify(events, never()).publishEvent(any());
    }

    @Test
    void theWayItWasToldMustBeOneOfOurs() {
        assertThatThrownBy(() -> listener.notify(told(MessageKind.DECISION, "pigeon")))
                .isInstanceOf(RefusedInput.class)
                .hasMessageContaining("toldBy");
    }

    private DelegateTask told(MessageKind kind, String way) {
        DelegateTask task = mock();
        when(task.getId()).thenReturn("task-1");
        when(task.getVariable("messageId")).thenReturn(ID.toString());
        when(task.getVariable("toldBy")).thenReturn(way);
        when(people.currentUserId()).thenReturn("handler");
        Message message = new Message(
                ID,
                CASE,
                Message.Direction.OUT,
                kind,
                "1",
                null,
                Locale.ENGLISH,
                "redress",
                "",
                "",
                "",
                "",
                Message.Status.TOLD,
                false,
                null,
                Instant.EPOCH,
                Instant.EPOCH);
        when(correspondence.told(ID, "handler", way)).thenReturn(message);
        return task;
    }
}
