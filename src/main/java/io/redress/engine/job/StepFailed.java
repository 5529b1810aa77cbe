package io.redress.engine.job;

/**
 * The event that a step has failed for good: the engine does not try it again by itself. Published once the failure is
 * committed.
 *
 * @param jobId the engine's id of the job
 */
public record StepFailed(String jobId) {}
