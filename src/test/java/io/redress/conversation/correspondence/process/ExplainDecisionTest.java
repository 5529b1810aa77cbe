package io.redress.conversation.correspondence.process;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Complaints;
import io.redress.complaint.file.RefusedTransition;
import io.redress.complaint.file.Status;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.conversation.correspondence.Correspondence;
import io.redress.conversation.correspondence.WithdrawnCases;
import io.redress.remedy.ledger.RemedyLedger;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.junit.jupiter.api.Test;

/** The letter with the decision is written only where there is a decision that may be told. */
class ExplainDecisionTest {

    private static final CaseNumber CASE = new CaseNumber("C-2026-000001");

    private final Correspondence correspondence = mock();
    private final RemedyLedger ledger = mock();
    private final Complaints complaints = mock();
    private final Complaint complaint = mock();
    private final DelegateExecution execution = mock();

    /** As a redrawn diagram may ask for, whose letter goes out before the answer. */
    @Test
    void nothingIsWrittenOfADecisionWhileTheCustomerIsAsked() {
        when(execution.getVariable("caseNumber")).thenReturn(CASE.value());
        when(complaints.get(CASE)).thenReturn(complaint);
        doThrow(new RefusedTransition(CASE, Status.WAITING_FOR_CUSTOMER, Status.WAITING_FOR_FOLLOW_UP))
                .when(complaint)
                .requireExplainable();
        WithdrawnCases takenBack = mock();
        when(takenBack.isWanted(any())).thenReturn(false);
        var explain = new ExplainDecision(correspondence, ledger, complaints, takenBack);

        assertThatThrownBy(() -> explain.execute(execution)).hasMessageContaining("is waiting for customer");
        verifyNoInteractions(correspondence, ledger);
    }
}
