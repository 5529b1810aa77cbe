package io.redress.engine;

import io.redress.wire.Unavailable;
import java.time.Duration;
import java.util.Date;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * When a failed job is tried again: after the interval that its diagram says, shortened by chance so that what failed
 * together does not come back together, and never before the provider wants to be asked again.
 *
 * <p>Two paths of a case that met at a gateway have not failed: the later one comes back at once.
 */
class BackOff implements FailedJobCommandFactory {

    private static final double LEAST_SHARE = 0.75;
    private static final Duration AT_ONCE = Duration.ofMillis(300);

    @Override
    public Command<Object> getCommand(String jobId, Throwable failure) {
        return context -> {
            Object result = new DefaultJobRetryCmd(jobId, failure).execute(context);
            JobEntity job = context.getJobManager().findJobById(jobId);
            if (job != null && job.getRetries() > 0) {
                comeBack(job, failure);
            }
            return result;
        };
    }

    private static void comeBack(JobEntity job, Throwable failure) {
        long now = ClockUtil.getCurrentTime().getTime();
        Date due = job.getDuedate();
        long interval = due == null ? 0 : Math.max(0, due.getTime() - now);
        long wait = failure instanceof OptimisticLockingException
                ? shortened(AT_ONCE.toMillis())
                : Math.max(shortened(interval), retryAfter(failure).toMillis());
        job.setDuedate(new Date(now + wait));
    }

    private static long shortened(long millis) {
        return (long) (millis * ThreadLocalRandom.current().nextDouble(LEAST_SHARE, 1));
    }

    private static Duration retryAfter(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .filter(Unavailable.class::isInstance)
                .flatMap(cause -> ((Unavailable) cause).retryAfter().stream())
                .findFirst()
                .orElse(Duration.ZERO);
    }
}
