package io.redress.engine.job;

import io.redress.engine.command.Diagnosis;
import io.redress.engine.job.JobFailures.Count;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.impl.bpmn.parser.FailedJobRetryConfiguration;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ParseUtil;

/**
 * The number and times of a job's attempts. An outside system that does not answer is asked for as long as the diagram
 * says, or the setting for all diagrams; everything else is tried three times within a minute, because waiting longer
 * would not help.
 *
 * @param outages the waits after each failure that somebody outside caused; the last one is repeated
 * @param outageAttempts how often in all
 */
record RetryCycle(List<Duration> outages, int outageAttempts) {

    /** In a row, after which a conflict counts like any fault. */
    static final int MOST_CONFLICTS = 50;

    private static final List<Duration> FAULTS = List.of(Duration.ofSeconds(5), Duration.ofSeconds(20));
    private static final int FAULT_ATTEMPTS = FAULTS.size() + 1;

    static RetryCycle of(JobEntity job, CommandContext context) {
        var reader = new DefaultJobRetryCmd(job.getId(), null);
        FailedJobRetryConfiguration configured = Optional.ofNullable(reader.getCurrentActivity(context, job))
                .map(activity -> reader.getFailedJobRetryConfiguration(job, activity))
                .or(() -> Optional.ofNullable(ParseUtil.parseRetryIntervals(
                        context.getProcessEngineConfiguration().getFailedJobRetryTimeCycle())))
                .orElse(null);
        return configured == null
                ? new RetryCycle(FAULTS, FAULT_ATTEMPTS)
                : new RetryCycle(
                        configured.getRetryIntervals().stream()
                                .map(Duration::parse)
                                .toList(),
                        Math.max(1, configured.getRetries()));
    }

    /** How many attempts follow after these failures; never negative. */
    int attemptsLeft(Count failed) {
        return Math.max(0, Math.min(outageAttempts - failed.outages(), FAULT_ATTEMPTS - failed.faults()));
    }

    /** How long to wait after the latest failure. */
    Duration waitAfter(Diagnosis.Kind kind, Count failed) {
        return switch (kind) {
            case OUTAGE -> at(outages, failed.outages());
            case CONFLICT, FAULT -> at(FAULTS, failed.faults());
            case NOT_ASKED -> Duration.ZERO;
        };
    }

    /** Whether a failure of this kind would leave no attempt. */
    boolean isLast(Diagnosis.Kind kind, Count failed) {
        return switch (kind) {
            case OUTAGE -> failed.outages() + 1 >= outageAttempts;
            case FAULT -> failed.faults() + 1 >= FAULT_ATTEMPTS;
            case CONFLICT, NOT_ASKED -> false;
        };
    }

    private static Duration at(List<Duration> waits, int failures) {
        return waits.get(Math.max(0, Math.min(failures, waits.size()) - 1));
    }
}
