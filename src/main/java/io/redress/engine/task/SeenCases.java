package io.redress.engine.task;

/**
 * The cases that somebody sees, as the database is asked with them.
 *
 * @param hidden the numbers of the cases that are kept from them, whatever else holds
 * @param allTeams whether they see the cases of every team
 * @param teams otherwise of these
 * @param login and those that they own
 * @param personal and those in which they have work of their own, by number
 */
public record SeenCases(String[] hidden, boolean allTeams, String[] teams, String login, String[] personal) {}
