package io.redress.mending.standstill;

import io.redress.complaint.timeline.CaseNumber;
import java.time.Instant;
import java.util.UUID;

/**
 * A standstill with the person's task about it.
 *
 * @param caseNumber {@code null} where the process is about no case
 * @param step the step's label in its diagram
 * @param taskProcess the engine's id of the process that holds the task
 */
public record Mending(
        UUID id,
        String branch,
        Standstill.Cause cause,
        CaseNumber caseNumber,
        String processKey,
        String instanceId,
        String executionId,
        String activityId,
        String jobId,
        String step,
        String reason,
        String detail,
        Instant since,
        int attempts,
        String taskProcess) {}
