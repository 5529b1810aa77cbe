package io.redress.people.absence;

import io.redress.complaint.timeline.CaseNumber;
import java.util.List;

/** The tasks that somebody who is away has taken. */
public interface AbsentWork {

    /**
     * One task that changed hands.
     *
     * @param toDeputy false where the deputy may not do it, or there is none: then it waits for anybody who may
     */
    record Moved(CaseNumber caseNumber, String task, boolean toDeputy) {}

    /** Gives each open task of a person to the deputy. @param deputy {@code null} where nobody stands in */
    List<Moved> handOver(String person, String deputy);
}
