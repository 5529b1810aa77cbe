package io.redress.engine.command;

import jakarta.servlet.http.HttpServletRequest;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * What becomes of a command when its case moved on at the same moment, such as a task that is completed while the ladder
 * is climbed. Nothing of it was stored.
 *
 * <p>What somebody at a door waits for is tried again here. Within a transaction of ours only the whole can be, so that its
 * owner is told in Spring's words, for which no room has to know the engine. Jobs are left to the engine, which repeats
 * them by itself.
 */
public class Conflicts extends CommandInterceptor {

    private static final String ATTRIBUTE = Conflicts.class.getName();
    private static final int MOST_ATTEMPTS = 5;

    /** Whether the request was given up because its case moved on again and again. */
    public static boolean ended(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) != null;
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
                if (request == null || !Diagnosis.isConflict(failure)) {
                    throw failure;
                }
                if (attempt == MOST_ATTEMPTS) {
                    request.setAttribute(ATTRIBUTE, true, RequestAttributes.SCOPE_REQUEST);
                    throw failure;
                }
            }
        }
    }
}
