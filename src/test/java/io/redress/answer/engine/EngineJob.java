package io.redress.answer.engine;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;

/** A job as the engine's own REST interface shows it. */
public record EngineJob(
        String id, @JsonFormat(pattern = EngineTime.PATTERN) Instant dueDate) {}
