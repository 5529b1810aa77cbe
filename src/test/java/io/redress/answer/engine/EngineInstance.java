package io.redress.answer.engine;

/** A running process as the engine's own REST interface shows it. */
public record EngineInstance(String id, String definitionId, String businessKey) {}
