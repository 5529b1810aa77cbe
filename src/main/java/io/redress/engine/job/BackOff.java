package io.redress.engine.job;

import io.redress.engine.command.Diagnosis;
import io.redress.engine.command.EndlessSteps;
import io.redress.engine.job.JobFailures.Count;
import io.redress.outside.wire.Unavailable;
import java.time.Duration;
import java.util.Date;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.cmd.JobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The time at which a failed job is tried again: as {@link RetryCycle} says, shortened by a random part so that what
 * failed together does not come back together, and never before the provider wants to be asked again.
 *
 * <p>A conflict, where two changed the same thing at the same moment, is no failure: the later one comes back at once,
 * with all its attempts, and with the reason of an earlier failure still on it. Nor is it one that a provider gets no
 * more calls at this moment: the job comes back when there may be room, as if it had not been run.
 */
@Component
public class BackOff implements FailedJobCommandFactory {

    private static final Logger LOG = LoggerFactory.getLogger(BackOff.class);
    private static final double LEAST_SHARE = 0.75;
    private static final Duration AT_ONCE = Duration.ofMillis(300);

    private final JobFailures failures;
    private final ApplicationEventPublisher events;

    BackOff(JobFailures failures, ApplicationEventPublisher events) {
        this.failures = failures;
        this.events = events;
    }

    @Override
    public Command<Object> getCommand(String jobId, Throwable failure) {
        return new Reschedule(jobId, failure);
    }

    private final class Reschedule extends JobRetryCmd {

        private static final long serialVersionUID = 1L;

        Reschedule(String jobId, Throwable failure) {
            super(jobId, failure);
        }

        @Override
        public Object execute(CommandContext context) {
            JobEntity job = getJob();
            if (job != null) {
                job.unlock();
                reschedule(job, context);
                notifyAcquisition(context);
            }
            return null;
        }

        private void reschedule(JobEntity job, CommandContext context) {
            Diagnosis diagnosis = Diagnosis.of(exception);
            if (diagnosis.kind() == Diagnosis.Kind.NOT_ASKED) {
                LOG.debug("Job {} comes back later: {}", jobId, diagnosis.detail());
                comeBack(job, retryAfter(exception));
                return;
            }
            Count failed = failures.add(jobId, diagnosis);
            boolean conflict = diagnosis.kind() == Diagnosis.Kind.CONFLICT;
            if (conflict && failed.conflicts() < RetryCycle.MOST_CONFLICTS) {
                if (job.getExceptionMessage() == null) {
                    logException(job);
                }
                comeBack(job, shortened(AT_ONCE));
                return;
            }
            if (conflict) {
                failed = failures.conflictsAreAFault(jobId);
            } else {
                logException(job);
            }
            RetryCycle cycle = RetryCycle.of(job, context);
            // A step that goes round for ever does so each time, and takes a thread for it.
            boolean endless = ExceptionUtils.hasCause(exception, EndlessSteps.class);
            int left = endless ? 0 : cycle.attemptsLeft(failed);
            if (left > 0) {
                Duration wait = shortened(cycle.waitAfter(diagnosis.kind(), failed));
                Duration asked = retryAfter(exception);
                comeBack(job, wait.compareTo(asked) < 0 ? asked : wait);
            } else {
                context.getTransactionContext()
                        .addTransactionListener(
                                TransactionState.COMMITTED, committed -> events.publishEvent(new StepFailed(jobId)));
            }
            job.setRetries(left);
        }
    }

    private static void comeBack(JobEntity job, Duration wait) {
        job.setDuedate(new Date(ClockUtil.getCurrentTime().getTime() + wait.toMillis()));
    }

    private static Duration shortened(Duration wait) {
        return Duration.ofMillis(
                (long) (wait.toMillis() * ThreadLocalRandom.current().nextDouble(LEAST_SHARE, 1)));
    }

    private static Duration retryAfter(Throwable failure) {
        return ExceptionUtils.stream(failure)
                .filter(Unavailable.class::isInstance)
                .flatMap(cause -> ((Unavailable) cause).retryAfter().stream())
                .findFirst()
                .orElse(Duration.ZERO);
    }
}
