package io.redress.engine;

import io.redress.complaint.CaseNumber;
import io.redress.complaint.Complaints;

/** What a diagram may ask of the case file. */
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
}
