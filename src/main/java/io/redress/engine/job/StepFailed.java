package io.redress.engine.job;

/**
 * A step has failed for good: the engine does not try it again by itself. Published once that is committed.
 *
 * @param jobId the engine's id of the job
 */
public record StepFailed(String jobId) {}
