package io.redress.remedy.ledger;

import io.redress.complaint.timeline.CaseNumber;
import java.util.UUID;

/**
 * The event that a remedy has reached its present state. It is published in the transaction that moves it, so that
 * whoever has to know of it, such as the books or the legal clocks, notes it together with the move or not at all.
 *
 * @param from {@code null} where the remedy is new
 */
public record RemedyMoved(CaseNumber caseNumber, UUID remedyId, RemedyKind kind, RemedyStatus from, RemedyStatus to) {

    /** Whether it was settled just now. */
    public boolean isSettled() {
        return to == RemedyStatus.SETTLED;
    }

    /** Whether it was settled and came back, as where a bank returns the money. */
    public boolean isReversed() {
        return from == RemedyStatus.SETTLED;
    }
}
