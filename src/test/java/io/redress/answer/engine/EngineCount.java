package io.redress.answer.engine;

/** How many there are, as the engine's own REST interface tells it. */
public record EngineCount(long count) {}
