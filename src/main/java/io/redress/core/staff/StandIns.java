package io.redress.core.staff;

import java.util.List;
import java.util.Optional;

/** The deputies who do the work of people who are away. */
public interface StandIns {

    /** Whether somebody is named to stand in for this person right now. */
    boolean isAway(String person);

    /** For whom somebody stands in right now. */
    List<String> standsInFor(String deputy);

    /**
     * Who stands in; empty where nobody is away, and where whoever is named is away as well, so that it is the team's.
     */
    Optional<String> deputyOf(String person);
}
