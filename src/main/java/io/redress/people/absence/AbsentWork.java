package io.redress.people.absence;

import io.redress.complaint.timeline.CaseNumber;
import java.util.List;

/** The tasks that a person who is away has taken. */
public interface AbsentWork {

    /**
     * A task that was given to another person.
     *
     * @param toDeputy false where the deputy may not do it, or there is none: then it waits for anybody who may
     */
    record Moved(CaseNumber caseNumber, String task, boolean toDeputy) {}

    /** Gives each open task of a person to the deputy. @param deputy {@code null} where nobody stands in */
    List<Moved> handOver(String person, String deputy);
}
