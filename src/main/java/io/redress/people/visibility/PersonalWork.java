package io.redress.people.visibility;

import java.util.Set;

/** The work that somebody has to do personally, whatever team a case belongs to. */
public interface PersonalWork {

    /** The numbers of the cases with an open task that is assigned, or offered personally, to this login. */
    Set<String> casesOf(String login);
}
