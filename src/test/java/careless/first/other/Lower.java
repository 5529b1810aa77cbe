package careless.first.other;

/** What the other wing needs, from a room that needs nothing. */
public record Lower() {}
