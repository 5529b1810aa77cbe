package io.redress.intake;

import io.redress.complaint.CaseNumber;

/** What somebody wants to do with a case is too late, because it has ended. */
public class CaseEnded extends RuntimeException {

    public CaseEnded(CaseNumber caseNumber) {
        super("Case " + caseNumber + " is closed; a new complaint can be registered.");
    }
}
