package io.redress.answer.engine;

/** An incident as the engine's own REST interface shows it; the first of a chain has itself as its cause. */
public record EngineIncident(String id, String causeIncidentId) {}
