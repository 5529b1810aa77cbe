package io.redress.verification.safety;

import io.redress.complaint.timeline.CaseNumber;

/** The second rating of a case by the triage table, after it was learned that people are or are not in danger. */
public interface TriageAgain {

    /**
     * Sets severity, priority, team and clocks; nothing where the case was not triaged yet, which then is still to
     * come.
     */
    void rate(CaseNumber caseNumber);
}
