package io.redress.engine.job;

import io.redress.engine.command.Diagnosis;
import java.util.Optional;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.springframework.stereotype.Component;

/**
 * The check whether the engine will try the running step again, so that the step may end differently instead of failing
 * for good. Outside a job nothing is tried again, and the caller sees the failure.
 */
@Component
public class LastAttempt {

    private final JobFailures failures;

    LastAttempt(JobFailures failures) {
        this.failures = failures;
    }

    /** Whether no attempt follows where the step ends with this failure. */
    public boolean endsWith(RuntimeException failure) {
        return isLast(Diagnosis.of(failure).kind());
    }

    /** Whether no attempt follows where somebody outside does not answer this time either. */
    public boolean ofAsking() {
        return isLast(Diagnosis.Kind.OUTAGE);
    }

    private boolean isLast(Diagnosis.Kind kind) {
        CommandContext context = Context.getCommandContext();
        return Optional.ofNullable(context)
                .map(CommandContext::getCurrentJob)
                .map(job -> RetryCycle.of(job, context).isLast(kind, failures.of(job.getId())))
                .orElse(false);
    }
}
