package io.redress.remedy;

import io.redress.complaint.CaseNumber;
import io.redress.complaint.Complaint;
import io.redress.complaint.Locks;
import io.redress.complaint.Timeline;
import io.redress.complaint.TimelineEntry;
import io.redress.complaint.Words;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The remedy ledger. What leads up to a provider's call is part of the caller's transaction; what stands around the call
 * is committed in transactions of its own, because a row that vanishes with a failed job has never been written down.
 */
@Component
public class RemedyLedger {

    private final RemedyRepository repository;
    private final RemedyRows rows;
    private final Locks locks;
    private final StopSwitch stopSwitch;
    private final Timeline timeline;
    private final Clock clock;

    RemedyLedger(
            RemedyRepository repository,
            RemedyRows rows,
            Locks locks,
            StopSwitch stopSwitch,
            Timeline timeline,
            Clock clock) {
        this.repository = repository;
        this.rows = rows;
        this.locks = locks;
        this.stopSwitch = stopSwitch;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** Every remedy of the case, oldest first. */
    public List<Remedy> of(CaseNumber caseNumber) {
        return repository.findByCaseNumberOrderByCreatedAt(caseNumber.value());
    }

    /** Writes proposals down, in place of those that were not sent yet. */
    @Transactional
    void propose(Complaint complaint, List<Proposal> proposals, String requestedBy) {
        rows.supersede(complaint.number().value(), clock.instant());
        for (Proposal proposal : proposals) {
            rows.insert(complaint, proposal, RemedyStatus.PROPOSED, requestedBy, null, clock.instant());
            timeline.add(complaint.number(), requestedBy, "remedy_proposed", describe(proposal));
        }
    }

    /** Adds a remedy that needs no further approval, because it stands in place of an approved one. */
    @Transactional
    UUID addApproved(Complaint complaint, Proposal proposal, String requestedBy, String approvedBy) {
        timeline.add(complaint.number(), requestedBy, "remedy_approved", describe(proposal));
        return rows.insert(complaint, proposal, RemedyStatus.APPROVED, requestedBy, approvedBy, clock.instant());
    }

    /** Approves everything proposed. */
    @Transactional
    void approve(CaseNumber caseNumber, String approvedBy) {
        of(caseNumber).stream()
                .filter(remedy -> remedy.status() == RemedyStatus.PROPOSED)
                .forEach(remedy -> {
                    rows.approve(remedy.id(), approvedBy, clock.instant());
                    timeline.add(caseNumber, approvedBy, "remedy_approved", describe(remedy));
                });
    }

    /** Lets go of everything that was not sent. */
    @Transactional
    public void supersede(CaseNumber caseNumber, String actor, String why) {
        if (rows.supersede(caseNumber.value(), clock.instant()) > 0) {
            timeline.add(caseNumber, actor, "remedy_superseded", why);
        }
    }

    /** Whether money or goods are on their way, with an outcome that is not known yet. */
    public boolean isUnderWay(CaseNumber caseNumber) {
        return of(caseNumber).stream()
                .anyMatch(remedy -> remedy.status() == RemedyStatus.SENT || remedy.status() == RemedyStatus.UNKNOWN);
    }

    /** The next remedy of a kind that something is left to do for. */
    Optional<Remedy> nextOpen(CaseNumber caseNumber, RemedyKind kind) {
        return of(caseNumber).stream()
                .filter(remedy -> remedy.kind() == kind && remedy.status().isOpen())
                .findFirst();
    }

    /** What a case costs us altogether, in major units, without what failed or was let go. */
    BigDecimal cost(CaseNumber caseNumber) {
        return of(caseNumber).stream()
                .filter(remedy -> remedy.status() != RemedyStatus.FAILED && remedy.status() != RemedyStatus.SUPERSEDED)
                .map(Remedy::cost)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * Writes down that a remedy is being sent; committed when this returns.
     *
     * @param limit what may be given back of the payment altogether by us, in major units; {@code null} for no limit
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    Sending send(Remedy remedy, BigDecimal limit) {
        if (stopSwitch.isHeldWhileIAmUnderWay()) {
            return Sending.HELD;
        }
        if (limit != null) {
            locks.hold(lockOf(remedy.paymentReference()));
            if (rows.isDisputed(remedy)) {
                return Sending.DISPUTED;
            }
            if (rows.out(remedy).getAmount().add(remedy.amount()).compareTo(limit) > 0) {
                return Sending.OVER_LIMIT;
            }
        }
        if (!rows.move(remedy.id(), Set.of(RemedyStatus.APPROVED), RemedyStatus.SENT, clock.instant())) {
            return Sending.LET_GO;
        }
        engineDid(remedy, "remedy_sent", describe(remedy));
        return Sending.SENT;
    }

    /** What became of the wish to send. */
    enum Sending {
        SENT,
        HELD,
        /** More would go back than was paid. */
        OVER_LIMIT,
        /** The customer's bank takes the payment back, or has done so. */
        DISPUTED,
        /** The remedy is not approved any more. */
        LET_GO
    }

    /** Who holds it, keeps others from sending money of a payment back. */
    static String lockOf(String paymentReference) {
        return "payment " + paymentReference;
    }

    /** Notes what the provider calls it while the outcome is open. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void pending(Remedy remedy, String providerReference, String trackingCode) {
        rows.note(remedy.id(), providerReference, trackingCode);
    }

    /** Notes that there was no answer that can be relied on. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void unknown(Remedy remedy, String why) {
        if (rows.move(remedy.id(), Set.of(RemedyStatus.SENT), RemedyStatus.UNKNOWN, clock.instant())) {
            engineDid(remedy, "remedy_unknown", describe(remedy) + ": " + why);
        }
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void settle(Remedy remedy, String providerReference, String trackingCode) {
        rows.note(remedy.id(), providerReference, trackingCode);
        Set<RemedyStatus> open = Set.of(RemedyStatus.SENT, RemedyStatus.UNKNOWN);
        if (rows.move(remedy.id(), open, RemedyStatus.SETTLED, clock.instant())) {
            engineDid(remedy, "remedy_settled", describe(remedy));
        }
    }

    /**
     * Notes a failure, also of a remedy that had been settled. An approved one is noted as sent first: it was tried.
     *
     * @return {@code false} where the failure was known already
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    boolean fail(Remedy remedy, String why) {
        rows.move(remedy.id(), Set.of(RemedyStatus.APPROVED), RemedyStatus.SENT, clock.instant());
        if (rows.move(remedy.id(), RemedyStatus.OUT, RemedyStatus.FAILED, clock.instant())) {
            rows.noteFailure(remedy.id(), why);
            engineDid(remedy, "remedy_failed", describe(remedy) + ": " + why);
            return true;
        }
        return false;
    }

    /** Notes what a person did, or found to be done, for a remedy that was approved. */
    @Transactional
    void settledByHand(Remedy remedy, String proof, String person) {
        rows.note(remedy.id(), proof, null);
        rows.move(remedy.id(), Set.of(RemedyStatus.APPROVED), RemedyStatus.SENT, clock.instant());
        rows.move(remedy.id(), Set.of(RemedyStatus.SENT, RemedyStatus.UNKNOWN), RemedyStatus.SETTLED, clock.instant());
        timeline.add(new CaseNumber(remedy.caseNumber()), person, "remedy_settled", describe(remedy) + ", by hand");
    }

    /** Notes that the customer was told that we are sorry. */
    @Transactional
    public void apologised(CaseNumber caseNumber) {
        of(caseNumber).stream()
                .filter(remedy -> remedy.kind() == RemedyKind.APOLOGY && remedy.status() == RemedyStatus.APPROVED)
                .forEach(remedy -> settledByHand(remedy, null, remedy.approvedBy()));
    }

    /** Notes who took care of a failed remedy. */
    @Transactional
    void handled(Remedy remedy, String person) {
        rows.noteHandled(remedy.id(), person);
    }

    Remedy get(UUID id) {
        return repository.findById(id).orElseThrow();
    }

    private void engineDid(Remedy remedy, String kind, String text) {
        timeline.add(new CaseNumber(remedy.caseNumber()), TimelineEntry.ENGINE, kind, text);
    }

    private static String describe(Proposal proposal) {
        return describe(proposal.kind(), proposal.currency(), proposal.amount());
    }

    private static String describe(Remedy remedy) {
        return describe(remedy.kind(), remedy.currency(), remedy.amount());
    }

    private static String describe(RemedyKind kind, String currency, BigDecimal amount) {
        String what = Words.word(kind);
        String text = Character.toUpperCase(what.charAt(0)) + what.substring(1);
        return amount.signum() == 0 ? text : text + " of " + amount.toPlainString() + " " + currency;
    }
}
