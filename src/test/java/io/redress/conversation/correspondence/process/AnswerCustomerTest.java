package io.redress.conversation.correspondence.process;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.redress.complaint.file.Complaints;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.complaint.timeline.Timeline;
import io.redress.conversation.correspondence.Correspondence;
import io.redress.core.input.RefusedInput;
import io.redress.core.staff.People;
import io.redress.time.clock.Deadlines;
import io.redress.time.law.LegalForm;
import io.redress.verification.safety.HurtForm;
import java.time.Clock;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.junit.jupiter.api.Test;

/** What becomes of a handler's reply. */
class AnswerCustomerTest {

    private static final CaseNumber CASE = new CaseNumber("C-2026-000001");

    private final Correspondence correspondence = mock();
    private final People people = mock();
    private final AnswerCustomer listener = new AnswerCustomer(
            mock(Complaints.class),
            correspondence,
            mock(LegalForm.class),
            mock(HurtForm.class),
            mock(Deadlines.class),
            mock(Timeline.class),
            people,
            Clock.systemUTC());

    @Test
    void aReplyIsWrittenDownForTheNextStep() {
        UUID message = UUID.randomUUID();
        DelegateTask task = submitted("yes", "We are on it.");
        when(correspondence.reply(CASE, "task-1", "We are on it.", "handler")).thenReturn(message);

        listener.notify(task);

        verify(task).setVariable("messageId", message.toString());
        verify(task).setVariable("replyNeeded", "yes");
    }

    @Test
    void whereNoReplyIsNeededNoneIsWritten() {
        DelegateTask task = submitted("no", null);

        listener.notify(task);

        verify(correspondence, never()).reply(any(), any(), any(), any());
        verify(task).setVariable("replyNeeded", "no");
    }

    @Test
    void aReplyThatIsNeededMustBeThere() {
        assertThatThrownBy(() -> listener.notify(submitted("yes", " ")))
                .isInstanceOf(RefusedInput.class)
                .hasMessageContaining("reply");
    }

    @Test
    void neitherYesNorNoIsRefused() {
        assertThatThrownBy(() -> listener.notify(submitted(null, "Hello")))
                .isInstanceOf(RefusedInput.class)
                .hasMessageContaining("replyNeeded");
    }

    private DelegateTask submitted(String replyNeeded, String reply) {
        DelegateTask task = mock();
        when(task.getId()).thenReturn("task-1");
        when(task.getVariable("caseNumber")).thenReturn(CASE.value());
        when(task.getVariable("replyNeeded")).thenReturn(replyNeeded);
        when(task.getVariable("reply")).thenReturn(reply);
        when(people.currentUserId()).thenReturn("handler");
        return task;
    }
}
