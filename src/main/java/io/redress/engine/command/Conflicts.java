package io.redress.engine.command;

import io.redress.complaint.file.RefusedTransition;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.pvm.PvmException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * The handling of commands that fail because their case moved on at the same moment, such as a task that is completed
 * while the ladder is climbed, or does not stand where the command takes it to stand. Nothing of such a command was
 * stored.
 *
 * <p>Commands that a caller waits for are repeated here. Within a transaction of ours only the whole transaction can be
 * repeated, so its owner is told by Spring's exception, for which no module has to know the engine. Jobs are left to
 * the engine, which repeats them by itself.
 */
public class Conflicts extends CommandInterceptor {

    private static final String ATTRIBUTE = Conflicts.class.getName();
    private static final String ENGINE = "org.camunda.bpm.engine.impl.";
    private static final int MOST_ATTEMPTS = 5;
    private static final String KEPT_MOVING =
            "The case moved on at the same moment, several times. Nothing was stored; load it again and repeat.";

    /**
     * What to tell the caller where the request was given up, because its case kept changing or cannot go where the
     * request leads.
     */
    public static Optional<String> sentence(HttpServletRequest request) {
        return Optional.ofNullable((String) request.getAttribute(ATTRIBUTE));
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (Context.getCommandContext() != null) {
            return next.execute(command);
        }
        return TransactionSynchronizationManager.isActualTransactionActive() ? joined(command) : alone(command);
    }

    private <T> T joined(Command<T> command) {
        try {
            return next.execute(command);
        } catch (OptimisticLockingException conflict) {
            throw new ConcurrencyFailureException("The case moved on at the same moment", conflict);
        }
    }

    private <T> T alone(Command<T> command) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        for (int attempt = 1; ; attempt++) {
            try {
                return next.execute(command);
            } catch (RuntimeException failure) {
                if (request == null) {
                    throw failure;
                }
                boolean vanished = metWhatHadGone(failure) && attempt == 1;
                if (!vanished && !Diagnosis.isConflict(failure)) {
                    refusal(failure).ifPresent(refused -> remember(request, refused.getMessage()));
                    throw failure;
                }
                if (attempt == MOST_ATTEMPTS) {
                    remember(request, KEPT_MOVING);
                    throw failure;
                }
            }
        }
    }

    /** No later attempt helps here: the case stands elsewhere than its diagram takes it to stand. */
    private static Optional<RefusedTransition> refusal(RuntimeException failure) {
        return Optional.ofNullable(ExceptionUtils.throwableOfType(failure, RefusedTransition.class));
    }

    private static void remember(RequestAttributes request, String sentence) {
        request.setAttribute(ATTRIBUTE, sentence, RequestAttributes.SCOPE_REQUEST);
    }

    /**
     * Whether the engine stumbled over a part of a case that ended, or went elsewhere in the tree of its branches, between
     * two of its own reads. It expects none to be missing, so that it fails with a null pointer inside of itself, or at a
     * branch that stands nowhere; asked once more, it finds where the part is, or that it has gone.
     */
    private static boolean metWhatHadGone(RuntimeException failure) {
        return ExceptionUtils.stream(failure)
                .filter(cause -> cause instanceof NullPointerException || cause instanceof PvmException)
                .map(Throwable::getStackTrace)
                .anyMatch(
                        frames -> frames.length > 0 && frames[0].getClassName().startsWith(ENGINE));
    }
}
