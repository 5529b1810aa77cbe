package io.redress.engine.command;

import io.redress.core.input.RefusedInput;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * The record of a {@link RefusedInput} that ended a command of the engine, kept for as long as the request that caused
 * it.
 *
 * <p>The engine's REST interface knows nothing of our refusals and answers 500; the entry points look here to answer
 * 400.
 */
public class Refusals extends CommandInterceptor {

    private static final String ATTRIBUTE = Refusals.class.getName();

    private final TakenTasks taken;

    public Refusals(TakenTasks taken) {
        this.taken = taken;
    }

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (RuntimeException failure) {
            find(failure).or(() -> taken(command, failure)).ifPresent(Refusals::remember);
            throw failure;
        }
    }

    /** The refusal the request met, if it met one. */
    public static Optional<RefusedInput> of(HttpServletRequest request) {
        return Optional.ofNullable((RefusedInput) request.getAttribute(ATTRIBUTE));
    }

    static boolean isRefused(RequestAttributes request) {
        return request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST) != null;
    }

    private static Optional<RefusedInput> find(Throwable failure) {
        return ExceptionUtils.stream(failure)
                .filter(RefusedInput.class::isInstance)
                .map(RefusedInput.class::cast)
                .findFirst();
    }

    /** Whoever comes second to a task finds it taken or gone, which is no fault of ours. */
    private Optional<RefusedInput> taken(Command<?> command, RuntimeException failure) {
        boolean work = command instanceof CompleteTaskCmd
                || command instanceof SubmitTaskFormCmd
                || command instanceof ClaimTaskCmd;
        return work ? taken.explain(failure) : Optional.empty();
    }

    private static void remember(RefusedInput refusal) {
        var request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(ATTRIBUTE, refusal, RequestAttributes.SCOPE_REQUEST);
        }
    }
}
