package io.redress.people.team;

/**
 * The team that fits a customer.
 *
 * @param overflowed whether it has the case only because nobody speaks the customer's language
 */
public record TeamMatch(Team team, boolean overflowed) {}
