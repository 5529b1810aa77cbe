package io.redress.remedy.byhand;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Complaints;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.complaint.timeline.Timeline;
import io.redress.complaint.timeline.TimelineKind;
import io.redress.core.input.RefusedInput;
import io.redress.remedy.ledger.Proposal;
import io.redress.remedy.ledger.Remedy;
import io.redress.remedy.ledger.RemedyKind;
import io.redress.remedy.ledger.RemedyLedger;
import io.redress.remedy.ledger.RemedyStatus;
import io.redress.remedy.refund.RefundRests;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The ways in which a person settles remedies that the engine cannot bring about. */
@Component
public class ByHand {

    private static final Set<RemedyKind> IN_PERSON = Set.of(RemedyKind.COLLECTION, RemedyKind.REPAIR);

    private final Complaints complaints;
    private final RemedyLedger ledger;
    private final RemedyInquiry inquiry;
    private final RefundRests rests;
    private final Timeline timeline;

    ByHand(Complaints complaints, RemedyLedger ledger, RemedyInquiry inquiry, RefundRests rests, Timeline timeline) {
        this.complaints = complaints;
        this.ledger = ledger;
        this.inquiry = inquiry;
        this.rests = rests;
        this.timeline = timeline;
    }

    /** What a person decided to do. */
    public enum Resolution {
        TRY_AGAIN,
        /** The customer has it in another way. */
        DONE_OTHERWISE,
        /** The provider did it after all, as its own records show. */
        CONFIRMED,
        /** The customer has it already in whatever way, or it was never due. */
        NOT_OWED
    }

    /**
     * What a person reports.
     *
     * @param proof the reference of the payment, parcel or appointment; needed where something was done
     * @param note for colleagues, {@code null} where there is none; why it is not owed where it is not
     * @param person the user id of who reports
     */
    public record Report(Resolution resolution, String proof, String note, String person) {

        private void requireProof() {
            if (resolution == Resolution.NOT_OWED) {
                if (note == null) {
                    throw new RefusedInput("note", "Say why it is not owed; colleagues and auditors read it.");
                }
            } else if (resolution != Resolution.TRY_AGAIN && proof == null) {
                throw new RefusedInput("proof", "Give the reference of what was done, such as the bank transfer's.");
            }
        }
    }

    /**
     * Takes care of a case's failed remedies of a kind, and of what only a person can do.
     *
     * @param kind of failed remedies; {@code null} for what only a person can do, such as a repair
     */
    @Transactional
    public void resolve(CaseNumber caseNumber, RemedyKind kind, Report report) {
        report.requireProof();
        if (kind == null && report.resolution() == Resolution.TRY_AGAIN) {
            throw new RefusedInput("resolution", "This is done by a person; say how it was done.");
        }
        note(caseNumber, report);
        Complaint complaint = complaints.get(caseNumber);
        for (Remedy remedy : waiting(caseNumber, kind)) {
            if (kind != null) {
                takeCareOf(complaint, remedy, report);
            } else if (report.resolution() == Resolution.NOT_OWED) {
                ledger.letGo(remedy, report.person(), "Not owed: " + report.note());
            } else {
                ledger.settledByHand(remedy, report.proof(), report.person());
            }
        }
    }

    /**
     * Takes care of the remedy at which every attempt failed. Whether the provider did it may not be known, so before
     * anything is done in another way the provider is asked.
     *
     * @throws RefusedInput where the answer forbids what the person reports, or there is none and it is needed
     */
    @Transactional
    public void resolveStuck(CaseNumber caseNumber, RemedyKind kind, Report report) {
        report.requireProof();
        note(caseNumber, report);
        Optional<Remedy> stuck = ledger.nextStuck(caseNumber, kind);
        if (stuck.isEmpty() || report.resolution() == Resolution.TRY_AGAIN) {
            return;
        }
        Remedy remedy = stuck.get();
        if (report.resolution() == Resolution.CONFIRMED) {
            inquiry.requireNotDenied(remedy);
            ledger.settledByHand(remedy, report.proof(), report.person());
        } else {
            inquiry.requireNotMade(remedy);
            ledger.fail(remedy, "Given up after every attempt broke down; " + report.person() + " took care of it.");
            takeCareOf(complaints.get(caseNumber), ledger.get(remedy.id()), report);
        }
    }

    private void note(CaseNumber caseNumber, Report report) {
        if (report.note() != null) {
            timeline.add(caseNumber, report.person(), TimelineKind.NOTE, report.note());
        }
    }

    /** The failed remedies of a kind that nobody took care of yet, or what only a person can do. */
    public List<Remedy> waiting(CaseNumber caseNumber, RemedyKind kind) {
        return ledger.of(caseNumber).stream()
                .filter(remedy -> kind == null
                        ? IN_PERSON.contains(remedy.kind()) && remedy.status() == RemedyStatus.APPROVED
                        : remedy.kind() == kind && remedy.status() == RemedyStatus.FAILED && remedy.handledBy() == null)
                .toList();
    }

    /** A failed row stays as it is; what stands in its place has a row, and so a key, of its own. */
    private void takeCareOf(Complaint complaint, Remedy failed, Report report) {
        if (report.resolution() == Resolution.NOT_OWED) {
            ledger.notOwed(failed, report.person(), report.note());
            return;
        }
        boolean asksWhatIsLeft = failed.kind() == RemedyKind.REFUND && report.resolution() != Resolution.CONFIRMED;
        Proposal again = asksWhatIsLeft ? rests.of(complaint, failed) : Proposal.again(failed);
        ledger.handled(failed, report.person());
        UUID id = ledger.addApproved(complaint, again, report.person(), failed.approvedBy());
        if (report.resolution() != Resolution.TRY_AGAIN) {
            ledger.settledByHand(ledger.get(id), report.proof(), report.person());
        }
    }
}
