package io.redress.core.staff;

import java.util.List;

/** The groups that people and connected systems belong to; their names are fixed because models use them. */
public final class Groups {

    /** Those who work on cases. */
    public static final String HANDLERS = "handlers";

    /** Those who also assign tasks and approve. */
    public static final String LEADS = "leads";

    /** Those who redesign processes and hold the stop switch. */
    public static final String MANAGERS = "managers";

    /** Connected programs: they start and feed cases and see no web application. */
    public static final String SYSTEMS = "systems";

    /** The engine's own administrators: they create users and may do what nobody else may. */
    public static final String ADMINISTRATORS = "camunda-admin";

    /**
     * No group but an authority, given at login to the members of every team: what members of {@link #HANDLERS} may do
     * at the doors, they may do too.
     */
    public static final String TEAM_MEMBER = "team-member";

    /** Everyone who may open the web applications. */
    public static final List<String> PEOPLE = List.of(HANDLERS, LEADS, MANAGERS, ADMINISTRATORS, TEAM_MEMBER);

    private Groups() {}
}
