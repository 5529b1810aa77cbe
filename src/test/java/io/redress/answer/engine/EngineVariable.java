package io.redress.answer.engine;

/** A variable as the engine's own REST interface shows it, unread. */
public record EngineVariable(String value) {}
