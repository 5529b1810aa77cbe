package careless.second.room.process;

/** Glue to the engine, which is its own room's business. */
public record Glue() {}
