package io.redress.answer.engine;

/** A list in Tasklist as the engine's own REST interface shows it. */
public record EngineFilter(String id, String name) {}
