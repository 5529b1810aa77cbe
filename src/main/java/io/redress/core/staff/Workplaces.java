package io.redress.core.staff;

import java.time.ZoneId;
import java.util.List;

/** The places where people work: which groups are teams, and in which time zone their day ends. */
public interface Workplaces {

    /** The groups that are teams. */
    List<String> groups();

    /** Whether the members of this group handle cases. */
    boolean isTeam(String group);

    /**
     * The name of the calendar in whose hours a team works; for a group that is no team, of the one that serves
     * everybody.
     */
    String calendarNameOf(String team);

    /** The zone that somebody works in; the installation's own ({@code redress.zone}) for whoever is in no team. */
    ZoneId zoneOf(String login);
}
