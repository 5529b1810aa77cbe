package io.redress.mending.standstill;

import io.redress.complaint.timeline.CaseNumber;
import java.time.Instant;

/**
 * A standstill: one branch of a process, or a whole case, that nothing moves.
 *
 * @param branch what stands still, by a name that is the same whoever finds it
 * @param caseNumber {@code null} where the process is about no case
 * @param definitionId the engine's id of the diagram's version; {@code null} where the case has no process
 * @param instanceId the process that stands still; {@code null} where there is none
 * @param executionId where it stands in the process; {@code null} where only the process is known
 * @param activityId the step's place in its diagram; {@code null} where it is not known
 * @param jobId what the engine tried; {@code null} where nothing was tried
 * @param reason one sentence in English without a full stop, for those who work on cases
 * @param detail for an operator
 * @param attempts how often the step was tried
 */
public record Standstill(
        String branch,
        Cause cause,
        CaseNumber caseNumber,
        String definitionId,
        String processKey,
        String instanceId,
        String executionId,
        String activityId,
        String jobId,
        String reason,
        String detail,
        Instant since,
        int attempts) {

    /** Why nothing moves it. */
    public enum Cause {
        /** Every attempt failed. */
        FAILED,
        /** Somebody outside has not answered for long; attempts go on beside the task. */
        OUTAGE,
        /** The branch waits for nothing that could come. */
        NOTHING_AWAITED,
        /** Only what runs beside the case is left of the process, such as its ladder. */
        NO_BRANCH,
        /** An operator has stopped the process. */
        SUSPENDED,
        /** The case has not ended, and has no process. */
        NO_PROCESS,
        /** Remedies stand proposed or approved in a case that is past them. */
        REMEDY_LEFT
    }
}
