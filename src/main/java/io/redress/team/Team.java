package io.redress.team;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * A group of people who handle cases.
 *
 * @param id the group's id in the engine, also the candidate group of the team's tasks
 * @param markets the countries served, as in ISO 3166-1; empty for all
 * @param languages the languages spoken, as in ISO 639, with a script where it matters ({@code zh-Hant}); empty for all
 * @param calendar the name of the calendar that says when the team works
 * @param lead the login of who leads it, {@code null} where every lead does
 * @param deputies the logins of those who stand in for the lead
 */
public record Team(
        String id,
        String name,
        Set<String> markets,
        Set<String> languages,
        String calendar,
        ZoneId zone,
        String lead,
        List<String> deputies) {}
