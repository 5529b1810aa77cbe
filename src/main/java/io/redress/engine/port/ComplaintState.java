package io.redress.engine.port;

import io.redress.complaint.file.Complaints;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.engine.guard.ModelBean;

/** The facts of the case file that a diagram may ask for. */
@ModelBean("complaintState")
public class ComplaintState {

    private final Complaints complaints;

    ComplaintState(Complaints complaints) {
        this.complaints = complaints;
    }

    /** Whether the customer has taken the complaint back. */
    public boolean withdrawn(String caseNumber) {
        return complaints.get(new CaseNumber(caseNumber)).isWithdrawalRequested();
    }

    /**
     * Whether no question waits for an answer any more. Whoever writes to the case waits until the caller's transaction
     * ends, so that their answer is either seen by this check or finds the event that waits for it afterwards.
     */
    public boolean questionAnswered(String caseNumber) {
        return !complaints.hold(new CaseNumber(caseNumber)).isQuestionOpen();
    }
}
