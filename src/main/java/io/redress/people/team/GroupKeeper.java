package io.redress.people.team;

import java.util.Collection;

/** The groups of handlers in the engine's user administration, created and kept up to date here. */
public interface GroupKeeper {

    /** Makes sure that there is a group of this id, that it has this name, and that it may do what handlers may. */
    void keepTeam(String id, String name);

    /** Lets exactly these people belong to the group. */
    void setMembers(String id, Collection<String> logins);
}
