package io.redress.people.team;

/** The event that a team was created or changed, its members perhaps; published in the transaction that does so. */
public record TeamChanged(String team) {}
