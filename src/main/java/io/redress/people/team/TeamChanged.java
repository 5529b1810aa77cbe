package io.redress.people.team;

/** A team was made or changed, its members perhaps; in the transaction that does so. */
public record TeamChanged(String team) {}
