package io.redress.engine.command;

import io.redress.core.input.RefusedInput;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.deploy.cache.DeploymentCache;
import org.slf4j.MDC;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * The record of the step at which a command failed that a caller waits for, kept for as long as the request that caused
 * it, so that the answer can say which step it was instead of what the engine makes of it.
 */
public class FailedCalls extends CommandInterceptor {

    private static final String ATTRIBUTE = FailedCalls.class.getName();

    private static final String NAME = "name";

    /** Under this name the engine keeps the definition whose step it runs. */
    private static final String DEFINITION = "processDefinitionId";

    /** What to tell the caller, if a step failed: that nothing is stored, and who can help. */
    public static Optional<String> sentence(HttpServletRequest request) {
        return Optional.ofNullable((String) request.getAttribute(ATTRIBUTE));
    }

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (RuntimeException failure) {
            remember(failure);
            throw failure;
        }
    }

    private static void remember(RuntimeException failure) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        CommandContext context = Context.getCommandContext();
        String activity = context == null
                ? null
                : Context.getCommandInvocationContext().getProcessDataContext().getLatestActivityId();
        if (request == null || activity == null || isTheCallersOwn(failure)) {
            return;
        }
        if (request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST) == null) {
            String said =
                    "The step “%s” failed: %s. Nothing was stored. Try again in a few minutes; if it stays so, a manager"
                            + " or whoever looks after the system can help.";
            request.setAttribute(
                    ATTRIBUTE,
                    said.formatted(
                            label(context, activity), Diagnosis.of(failure).words()),
                    RequestAttributes.SCOPE_REQUEST);
        }
    }

    private static boolean isTheCallersOwn(Throwable failure) {
        return Diagnosis.isConflict(failure)
                || ExceptionUtils.stream(failure)
                        .anyMatch(cause -> cause instanceof RefusedInput || cause instanceof AuthorizationException);
    }

    private static String label(CommandContext context, String activity) {
        DeploymentCache cache = context.getProcessEngineConfiguration().getDeploymentCache();
        // Where the engine does not say whose step it is, the diagrams in use know a step of that name.
        return Stream.concat(
                        Stream.ofNullable(MDC.get(DEFINITION)), cache.getProcessDefinitionCache().keySet().stream())
                .map(cache::findProcessDefinitionFromCache)
                .filter(Objects::nonNull)
                .map(definition -> definition.findActivity(activity))
                .filter(Objects::nonNull)
                .map(step -> (String) step.getProperty(NAME))
                .filter(Objects::nonNull)
                .map(name -> name.replaceAll("\\s+", " "))
                .findFirst()
                .orElse(activity);
    }
}
