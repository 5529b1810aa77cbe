package io.redress.answer.engine;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;

/** A task as the engine's own REST interface shows it. */
public record EngineTask(
        String id,
        String name,
        String assignee,

        @JsonFormat(pattern = EngineTime.PATTERN) Instant due,

        int priority,
        String executionId,
        String processInstanceId,
        String processDefinitionId,
        String taskDefinitionKey) {}
