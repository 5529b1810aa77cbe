package io.redress.intake.withdrawal;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Complaints;
import io.redress.complaint.file.Status;
import io.redress.complaint.timeline.Actor;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.complaint.timeline.Timeline;
import io.redress.complaint.timeline.TimelineKind;
import io.redress.conversation.correspondence.WithdrawnCases;
import io.redress.conversation.incoming.Incoming;
import io.redress.core.text.VisibleText;
import io.redress.engine.port.ComplaintProcess;
import io.redress.intake.registration.CaseEnded;
import io.redress.remedy.ledger.RemedyLedger;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The withdrawals: customers take complaints back. That never interrupts a money step: what was not sent is dropped at
 * once, what is on its way is waited for, and the diagram asks for the withdrawal when it has arrived. A withdrawal
 * always comes to an end, even where the case stands at a step that fails, or has no process left.
 */
@Component
public class Withdrawals {

    /** How long a case may take to come to its own end once nothing is on its way any more. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final Complaints complaints;
    private final RemedyLedger ledger;
    private final WithdrawnCases withdrawnCases;
    private final Incoming incoming;
    private final ComplaintProcess process;
    private final Timeline timeline;
    private final Clock clock;

    Withdrawals(
            Complaints complaints,
            RemedyLedger ledger,
            WithdrawnCases withdrawnCases,
            Incoming incoming,
            ComplaintProcess process,
            Timeline timeline,
            Clock clock) {
        this.complaints = complaints;
        this.ledger = ledger;
        this.withdrawnCases = withdrawnCases;
        this.incoming = incoming;
        this.process = process;
        this.timeline = timeline;
        this.clock = clock;
    }

    /**
     * Takes a complaint back; repeating it changes nothing.
     *
     * @param reason in the words of the customer, or of who passes it on; may be {@code null}
     * @param by the customer, or who passes it on
     * @throws CaseEnded where the case is closed
     */
    @Transactional
    public void withdraw(CaseNumber caseNumber, String reason, Actor by) {
        Complaint complaint = complaints.get(caseNumber);
        if (complaint.status() == Status.CLOSED) {
            throw new CaseEnded(caseNumber);
        }
        if (complaint.isWithdrawalRequested()) {
            return;
        }
        complaints.change(caseNumber, taken -> taken.withdrawalRequested(clock.instant()));
        note(complaint, VisibleText.of(reason), by);
        String said = by.passesOn() ? VisibleText.of(reason).orElse(null) : null;
        incoming.endsWith(caseNumber, said, "withdrawal/" + complaint.round());
        ledger.supersede(caseNumber, by.id(), "The customer took the complaint back.");
        // In the follow-up everything is made good; a refund that is sent once more then runs beside it.
        if (complaint.status() == Status.WAITING_FOR_FOLLOW_UP || !ledger.isUnderWay(caseNumber)) {
            process.withdraw(caseNumber);
        }
    }

    /** What customers wrote stands among their messages, what a member of staff wrote about it stays theirs. */
    private void note(Complaint complaint, Optional<String> reason, Actor by) {
        String deed = "The complaint was taken back";
        String text = by.passesOn() ? reason.map(words -> deed + ": " + words).orElse(deed) : deed;
        timeline.add(complaint.number(), by, TimelineKind.WITHDRAWAL_REQUESTED, text);
        reason.filter(words -> !by.passesOn())
                .ifPresent(words -> incoming.said(complaint, words, "withdrawal/" + complaint.round()));
    }

    /** Cases that were taken back a while ago and have not ended since. */
    List<CaseNumber> unfinished() {
        return complaints.takenBackBefore(clock.instant().minus(PATIENCE));
    }

    /**
     * Ends a case that was taken back, unless something is still on its way, which a person may have to settle. It has
     * ended with this; only telling the customer may still fail, and is tried again.
     */
    @Transactional
    void finish(CaseNumber caseNumber) {
        Complaint complaint = complaints.get(caseNumber);
        if (complaint.isWithdrawalRequested() && !complaint.hasEnded() && !ledger.isUnderWay(caseNumber)) {
            process.withdraw(caseNumber);
            withdrawnCases.end(caseNumber);
        }
    }
}
