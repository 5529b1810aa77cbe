package io.redress.danger;

import io.redress.complaint.CaseNumber;

/** Rates a case anew by the triage table, after it was learned that people are or are not in danger. */
public interface TriageAgain {

    /** Sets severity, priority, team and clocks; nothing where the case was not triaged yet, which then is still to come. */
    void rate(CaseNumber caseNumber);
}
