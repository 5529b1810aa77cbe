package io.redress.remedy.refund;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Complaints;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.complaint.timeline.TimelineEntry;
import io.redress.outside.payment.Dispute;
import io.redress.remedy.dispute.DisputeRows;
import io.redress.remedy.dispute.Disputes;
import io.redress.remedy.ledger.Remedy;
import io.redress.remedy.ledger.RemedyLedger;
import io.redress.verification.evidence.Evidence.WrongCharge;
import io.redress.verification.gathering.Verification;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The refunds of wrong charges that the customer's bank decides about. Such a charge waits alone: its refund is
 * dropped, and the others go out. Where the bank gives the customer the money, nothing is left to do; where it leaves
 * the money with us the charge is still wrong, so a person is asked, who needs no further approval to give it back.
 */
@Component
class ChargesAtBank {

    private final Verification verification;
    private final Complaints complaints;
    private final RemedyLedger ledger;
    private final Disputes disputes;
    private final DisputeRows rows;
    private final Clock clock;

    ChargesAtBank(
            Verification verification,
            Complaints complaints,
            RemedyLedger ledger,
            Disputes disputes,
            DisputeRows rows,
            Clock clock) {
        this.verification = verification;
        this.complaints = complaints;
        this.ledger = ledger;
        this.disputes = disputes;
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * Drops a refund that is about to be sent where it is for a wrong charge and the bank decides, or has decided,
     * about that charge or one that stays in its period.
     *
     * @param seen what the provider just said of disputes of the payment
     * @return whether it was dropped
     */
    @Transactional
    public boolean leave(Remedy remedy, List<Dispute> seen, Instant askedAt) {
        CaseNumber caseNumber = new CaseNumber(remedy.caseNumber());
        Optional<WrongCharge> wrong = verification
                .evidence(caseNumber)
                .flatMap(evidence -> evidence.wrongCharges().stream()
                        .filter(charge -> charge.charge().equals(remedy.charge()))
                        .findFirst());
        Optional<String> dispute = wrong.flatMap(charge -> inTheWay(charge, seen));
        dispute.ifPresent(id -> {
            disputes.seen(caseNumber, seen, askedAt);
            ledger.letGo(
                    remedy, TimelineEntry.ENGINE, "The customer's bank decides about the charge (%s).".formatted(id));
            rows.leaveToBank(remedy.id(), id);
        });
        return dispute.isPresent();
    }

    /** What the provider said just now stands above what we heard before. */
    private Optional<String> inTheWay(WrongCharge charge, List<Dispute> seen) {
        List<String> payments = Stream.concat(Stream.of(charge.paymentReference()), charge.besides().stream())
                .toList();
        Set<String> told = seen.stream().map(Dispute::id).collect(Collectors.toSet());
        return Stream.concat(
                        seen.stream().filter(Dispute::forbidsRefund).map(Dispute::id),
                        rows.inTheWay(payments).stream().filter(id -> !told.contains(id)))
                .findFirst();
    }

    /**
     * Puts before a person what was left to the bank and stayed with us. What it notes belongs to the caller's
     * transaction, in which that person is asked.
     *
     * @return whether there is anything
     */
    @Transactional
    public boolean takeUp(CaseNumber caseNumber) {
        List<UUID> left = rows.takeUp(caseNumber, clock.instant());
        Complaint complaint = complaints.get(caseNumber);
        left.forEach(
                id -> ledger.putBeforePerson(
                        complaint,
                        ledger.get(id),
                        "The customer's bank has left the money with us, but the charge was wrong: give it back, or say why not."));
        return !left.isEmpty();
    }
}
