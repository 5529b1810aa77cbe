package io.redress.engine.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.complaint.file.RefusedTransition;
import io.redress.complaint.file.Status;
import io.redress.complaint.timeline.CaseNumber;
import java.util.function.Function;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.pvm.PvmException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Who waits at a door is spared a conflict for a while; everybody else is told of it in their own words. */
class ConflictsTest {

    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private int attempts;

    @AfterEach
    void leave() {
        RequestContextHolder.resetRequestAttributes();
        TransactionSynchronizationManager.setActualTransactionActive(false);
    }

    @Test
    void requestIsTriedAgainUntilTheCaseStandsStill() {
        atADoor();

        assertThat(run(attempt -> attempt < 3 ? inOurTables() : null)).isEqualTo("done");
        assertThat(attempts).isEqualTo(3);
        assertThat(Conflicts.sentence(request)).isEmpty();
    }

    @Test
    void requestIsGivenUpAndSaysSoWhereTheCaseNeverStandsStill() {
        atADoor();

        assertThatThrownBy(() -> run(attempt -> new OptimisticLockingException("moved")))
                .isInstanceOf(OptimisticLockingException.class);
        assertThat(attempts).isEqualTo(5);
        assertThat(Conflicts.sentence(request))
                .hasValueSatisfying(said -> assertThat(said).contains("several times"));
    }

    @Test
    void otherFailuresAreNotTriedAgain() {
        atADoor();

        assertThatThrownBy(() -> run(attempt -> new ProcessEngineException("broken")))
                .hasMessage("broken");
        assertThat(attempts).isOne();
    }

    @Test
    void aStepThatTheCaseCannotTakeIsNotTriedAgainAndSaysWhere() {
        atADoor();

        assertThatThrownBy(() -> run(attempt -> new ProcessEngineException(
                        "wrapped",
                        new RefusedTransition(CaseNumber.of(2026, 1), Status.RECEIVED, Status.WAITING_FOR_FOLLOW_UP))))
                .hasMessage("wrapped");
        assertThat(attempts).isOne();
        assertThat(Conflicts.sentence(request))
                .contains("Case C-2026-000001 is received and cannot become waiting for follow up from there.");
    }

    @Test
    void whatHadJustGoneIsLookedForOnceMore() {
        atADoor();
        assertThat(run(attempt -> attempt == 1 ? nullPointerIn("org.camunda.bpm.engine.impl.history.Producer") : null))
                .isEqualTo("done");
        assertThat(attempts).isEqualTo(2);

        attempts = 0;
        assertThatThrownBy(() -> run(attempt -> nullPointerIn("org.camunda.bpm.engine.impl.history.Producer")))
                .as("a fault of the engine, met again at once")
                .isInstanceOf(NullPointerException.class);
        assertThat(attempts).isEqualTo(2);
        assertThat(Conflicts.sentence(request)).isEmpty();
    }

    @Test
    void aBranchThatStandsElsewhereByNowIsLookedForOnceMore() {
        atADoor();
        PvmException nowhere = new PvmException("cannot signal execution 1: it has no current activity");
        nowhere.setStackTrace(nullPointerIn("org.camunda.bpm.engine.impl.pvm.runtime.PvmExecutionImpl")
                .getStackTrace());

        assertThat(run(attempt -> attempt == 1 ? new ProcessEngineException("wrapped", nowhere) : null))
                .isEqualTo("done");
        assertThat(attempts).isEqualTo(2);
    }

    @Test
    void aSlipOfOursIsNotTriedAgain() {
        atADoor();

        assertThatThrownBy(() -> run(attempt -> nullPointerIn("io.redress.remedy.ledger.RemedyLedger")))
                .isInstanceOf(NullPointerException.class);
        assertThat(attempts).isOne();
    }

    @Test
    void jobsAreLeftToTheEngine() {
        assertThatThrownBy(() -> run(attempt -> new OptimisticLockingException("moved")))
                .isInstanceOf(OptimisticLockingException.class);
        assertThat(attempts).isOne();
    }

    @Test
    void ownersOfATransactionAreToldInTheWordsOfSpring() {
        atADoor();
        TransactionSynchronizationManager.setActualTransactionActive(true);

        assertThatThrownBy(() -> run(attempt -> new OptimisticLockingException("moved")))
                .isInstanceOf(ConcurrencyFailureException.class);
        assertThat(attempts).isOne();
    }

    private void atADoor() {
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    }

    private static RuntimeException nullPointerIn(String type) {
        NullPointerException slip = new NullPointerException();
        slip.setStackTrace(new StackTraceElement[] {new StackTraceElement(type, "call", null, 1)});
        return slip;
    }

    private static RuntimeException inOurTables() {
        return new ProcessEngineException("wrapped", new OptimisticLockingFailureException("moved"));
    }

    /** @param outcome what the n-th attempt fails with, {@code null} where it does not */
    private String run(Function<Integer, RuntimeException> outcome) {
        Conflicts conflicts = new Conflicts();
        conflicts.setNext(new CommandInterceptor() {
            @Override
            public <T> T execute(Command<T> command) {
                RuntimeException failure = outcome.apply(++attempts);
                if (failure != null) {
                    throw failure;
                }
                return command.execute(null);
            }
        });
        return conflicts.execute(context -> "done");
    }
}
