package io.redress.remedy.byhand.process;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.core.staff.People;
import io.redress.engine.task.RedrawnTask;
import io.redress.remedy.byhand.ByHand;
import io.redress.remedy.ledger.RemedyKind;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a task is about is what its diagram says by an input parameter, whatever it is called there. */
class TasksUnderOtherNamesTest {

    private static final CaseNumber CASE = new CaseNumber("C-2026-000001");

    private final ByHand byHand = mock();
    private final People people = mock();
    private final RuntimeService runtime = mock();

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "step_nine, refund, REFUND",
                "step_nine, replacement, REPLACEMENT",
                "step_nine, goodwill, GOODWILL",
                "step_nine, in_person, -",
                "userTask_payBackByHand, replacement, REPLACEMENT",
                "userTask_payBackByHand, in_person, -"
            })
    void aPersonSettlesTheKindOfRemedyThatTheDiagramNames(String id, String said, RemedyKind settled) {
        resolve(RedrawnTask.of(id, CASE, "remedyKind", said, Map.of("resolution", "confirmed", "proof", "re_1")));

        verify(byHand).resolve(eq(CASE), eq(settled), any());
    }

    /** Cases that were under way before diagrams had to say it go on in the diagrams that they began with. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "userTask_payBackByHand, REFUND",
                "userTask_resolveReversal, REFUND",
                "userTask_replaceByHand, REPLACEMENT",
                "userTask_grantByHand, GOODWILL",
                "userTask_arrangeByHand, -"
            })
    void aDiagramOfOldIsReadAsBefore(String id, RemedyKind settled) {
        resolve(RedrawnTask.of(id, CASE, null, null, Map.of("resolution", "confirmed", "proof", "re_1")));

        verify(byHand).resolve(eq(CASE), eq(settled), any());
    }

    private void resolve(DelegateTask task) {
        new ResolveByHand(byHand, people, runtime).notify(task);
    }
}
