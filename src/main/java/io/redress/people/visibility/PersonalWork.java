package io.redress.people.visibility;

import java.util.Collection;
import java.util.Set;

/** The work that somebody has to do personally, whatever team a case belongs to. */
public interface PersonalWork {

    /** The numbers of the cases with an open task that is assigned, or offered personally, to this login. */
    Set<String> casesOf(String login);

    /** Those of these cases; somebody who stands in for many may have thousands. */
    Set<String> amongst(Collection<String> cases, String login);
}
