package io.redress.engine.command;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * The record that a command ended because of what it was given, kept for as long as the request that caused it. The
 * engine's REST interface answers 500 where something does not exist or is not valid; the entry points look here to say
 * whose fault it is.
 */
public class CallersFaults extends CommandInterceptor {

    private static final String ATTRIBUTE = CallersFaults.class.getName();

    /**
     * What was wrong with a call.
     *
     * @param missing whether it named something that does not exist
     * @param sentence in the engine's words
     */
    public record Fault(boolean missing, String sentence) {}

    /** What was wrong with the call that the request made; empty where nothing was, or the fault is ours. */
    public static Optional<Fault> of(HttpServletRequest request) {
        return Optional.ofNullable((Fault) request.getAttribute(ATTRIBUTE));
    }

    @Override
    public <T> T execute(Command<T> command) {
        boolean outermost = Context.getCommandContext() == null;
        try {
            return next.execute(command);
        } catch (RuntimeException failure) {
            if (outermost) {
                fault(failure).ifPresent(CallersFaults::remember);
            }
            throw failure;
        }
    }

    private static Optional<Fault> fault(RuntimeException failure) {
        return ExceptionUtils.stream(failure)
                .filter(ProcessEngineException.class::isInstance)
                .filter(CallersFaults::isTheCallers)
                .map(cause -> new Fault(isMissing(cause), words(cause)))
                .findFirst();
    }

    private static boolean isTheCallers(Throwable cause) {
        return isMissing(cause)
                || cause instanceof NotValidException
                || cause instanceof BadUserRequestException
                || cause instanceof ParseException;
    }

    private static boolean isMissing(Throwable cause) {
        return cause instanceof NullValueException || cause instanceof NotFoundException;
    }

    /** The engine adds to its sentence which value was null in its own code. */
    private static String words(Throwable cause) {
        return String.valueOf(cause.getMessage()).replaceFirst("[.:]*\\s*:?\\s*\\w+ is null$", "");
    }

    private static void remember(Fault fault) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(ATTRIBUTE, fault, RequestAttributes.SCOPE_REQUEST);
        }
    }
}
