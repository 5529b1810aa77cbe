package io.redress.engine.command;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.core.spi.FilterReply;
import org.slf4j.Marker;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * The log filter for refusals at the engine's entry points: a person's slip is one line, written where the request is
 * answered, and no failure of ours. The engine would log the step and the whole stack trace for it.
 *
 * <p>The engine logs the step before anybody knows why it failed. That entry is held back, and written together with
 * the failure where it was not the sender's fault.
 */
@Component
public class RefusalLog extends EngineLogFilter {

    private static final String FAILURES = "org.camunda.bpm.engine.rest.exception";
    private static final String KEPT_BACK = RefusalLog.class.getName();

    @Override
    public FilterReply decide(
            Marker marker, Logger logger, Level level, String format, Object[] values, Throwable failure) {
        var request = RequestContextHolder.getRequestAttributes();
        if (request == null || format == null || !level.isGreaterOrEqual(Level.WARN)) {
            return FilterReply.NEUTRAL;
        }
        return switch (logger.getName()) {
            case STEPS -> keptBack(request, format, values);
            case FAILURES -> failed(logger, request);
            default -> FilterReply.NEUTRAL;
        };
    }

    private static FilterReply keptBack(RequestAttributes request, String format, Object[] values) {
        request.setAttribute(KEPT_BACK, new Kept(format, values), RequestAttributes.SCOPE_REQUEST);
        return FilterReply.DENY;
    }

    private static FilterReply failed(Logger logger, RequestAttributes request) {
        if (Refusals.isRefused(request)) {
            return FilterReply.DENY;
        }
        if (request.getAttribute(KEPT_BACK, RequestAttributes.SCOPE_REQUEST) instanceof Kept step) {
            request.removeAttribute(KEPT_BACK, RequestAttributes.SCOPE_REQUEST);
            logger.getLoggerContext().getLogger(RefusalLog.class).error(step.format(), step.values());
        }
        return FilterReply.NEUTRAL;
    }

    /** A log entry that is held back. */
    private record Kept(String format, Object[] values) {}
}
