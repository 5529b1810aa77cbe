package io.redress.intake.registration;

import io.redress.complaint.timeline.CaseNumber;

/** The refusal of what somebody wants to do with a case too late, because it has ended. */
public class CaseEnded extends RuntimeException {

    public CaseEnded(CaseNumber caseNumber) {
        super("Case " + caseNumber + " is closed; a new complaint can be registered.");
    }
}
