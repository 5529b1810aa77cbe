package io.redress.remedy.ledger;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.complaint.timeline.TimelineEntry;
import io.redress.outside.wire.Permit;
import io.redress.remedy.ledger.RemedyRows.Noted;
import io.redress.remedy.ledger.RemedyRows.Why;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The remedy ledger. What leads up to a provider's call is part of the caller's transaction; what happens around the
 * call is committed in transactions of its own, because a row that vanishes with a failed job would never have been
 * written down.
 */
@Component
public class RemedyLedger {

    private static final Set<RemedyStatus> NOT_SENT = Set.of(RemedyStatus.PROPOSED, RemedyStatus.APPROVED);

    private static final List<RemedyStatus> STUCK_FIRST =
            List.of(RemedyStatus.UNKNOWN, RemedyStatus.APPROVED, RemedyStatus.SENT);

    private final RemedyRepository repository;
    private final RemedyRows rows;
    private final Transitions transitions;
    private final RemedyDispatch dispatch;
    private final RefundHolds holds;

    RemedyLedger(
            RemedyRepository repository,
            RemedyRows rows,
            Transitions transitions,
            RemedyDispatch dispatch,
            RefundHolds holds) {
        this.repository = repository;
        this.rows = rows;
        this.transitions = transitions;
        this.dispatch = dispatch;
        this.holds = holds;
    }

    /** Every remedy of the case, oldest first. */
    public List<Remedy> of(CaseNumber caseNumber) {
        return repository.of(caseNumber);
    }

    /** Writes proposals down, in place of those that were not sent yet. */
    @Transactional
    public void propose(Complaint complaint, List<Proposal> proposals, String requestedBy, String reason) {
        supersede(complaint.number(), requestedBy, "Decided anew.");
        for (Proposal proposal : proposals) {
            transitions.begin(complaint, proposal, RemedyStatus.PROPOSED, null, new Why(requestedBy, reason));
        }
    }

    /** Adds a remedy that needs no further approval, because it stands in place of an approved one. */
    @Transactional
    public UUID addApproved(Complaint complaint, Proposal proposal, String requestedBy, String approvedBy) {
        String reason = "In place of one that could not be had; approved by " + approvedBy + ".";
        return transitions.begin(complaint, proposal, RemedyStatus.APPROVED, approvedBy, new Why(requestedBy, reason));
    }

    /** Adds a proposal beside what the case has already. */
    @Transactional
    public UUID addProposed(Complaint complaint, Proposal proposal, String requestedBy) {
        Why why = new Why(requestedBy, "On top of what is due.");
        return transitions.begin(complaint, proposal, RemedyStatus.PROPOSED, null, why);
    }

    /**
     * Divides a refund that is only proposed yet into two that are worth the same together, because a part of it waits.
     *
     * @param part items of the refund, each with its amount
     * @return the part
     */
    @Transactional
    public Remedy divide(Complaint complaint, Remedy whole, Set<Remedy.Item> part) {
        letGo(whole, whole.requestedBy(), "Paid in two parts, because one waits for goods.");
        Money amount = part.stream()
                .map(item -> Money.of(whole.money().getCurrencyUnit(), item.amount()))
                .reduce(Money::plus)
                .orElseThrow();
        Set<Remedy.Item> rest = new HashSet<>(whole.items());
        rest.removeAll(part);
        begin(complaint, whole, whole.money().minus(amount), rest, whole.fees());
        return get(begin(complaint, whole, amount, part, Set.of()));
    }

    private UUID begin(
            Complaint complaint, Remedy like, Money amount, Set<Remedy.Item> items, Set<Remedy.FeeShare> fees) {
        Why why = new Why(like.requestedBy(), "A part of what was decided.");
        return transitions.begin(complaint, Proposal.part(like, amount, items, fees), RemedyStatus.PROPOSED, null, why);
    }

    /**
     * Puts a smaller refund in place of an approved one that waited for goods; nothing stands where nothing is left.
     */
    @Transactional
    public Optional<UUID> lessen(
            Complaint complaint, Remedy whole, Proposal smaller, String approvedBy, String reason) {
        letGo(whole, approvedBy, reason);
        Why why = new Why(whole.requestedBy(), reason);
        return smaller.money().isZero()
                ? Optional.empty()
                : Optional.of(transitions.begin(complaint, smaller, RemedyStatus.APPROVED, approvedBy, why));
    }

    /** Whether a refund is agreed, and paid once goods are with us. */
    public boolean awaitsGoods(Remedy remedy) {
        return remedy.kind() == RemedyKind.REFUND && NOT_SENT.contains(remedy.status()) && holds.isWaiting(remedy.id());
    }

    /** Approves everything proposed. */
    @Transactional
    public void approve(CaseNumber caseNumber, String approvedBy) {
        for (Remedy remedy : of(caseNumber)) {
            if (remedy.status() == RemedyStatus.PROPOSED) {
                String reason = remedy.requestedBy().equals(approvedBy)
                        ? "Within the authority of who decided."
                        : "Decided by " + remedy.requestedBy() + ".";
                transitions.move(
                        remedy, RemedyStatus.APPROVED, Noted.approval(approvedBy), new Why(approvedBy, reason));
            }
        }
    }

    /**
     * Drops everything that was not sent. An agreed refund that waits for goods, or waited for them, stands: they may
     * be on their way, and what becomes of it is decided where they are awaited.
     */
    @Transactional
    public void supersede(CaseNumber caseNumber, String actor, String why) {
        Set<UUID> forGoods = holds.ofCase(caseNumber);
        of(caseNumber).stream()
                .filter(remedy -> remedy.status() != RemedyStatus.APPROVED || !forGoods.contains(remedy.id()))
                .forEach(remedy -> letGo(remedy, actor, why));
    }

    /** Drops one remedy, unless it was sent. */
    @Transactional
    public void letGo(Remedy remedy, String actor, String why) {
        if (NOT_SENT.contains(remedy.status()) && NOT_SENT.contains(rows.lock(remedy.id()))) {
            transitions.move(remedy, RemedyStatus.SUPERSEDED, Noted.NOTHING, new Why(actor, why));
        }
    }

    /** Whether a refund was dropped because the customer's bank decides, or has decided, about its charge. */
    public boolean isLeftToBank(Remedy remedy) {
        return remedy.status() == RemedyStatus.SUPERSEDED && rows.isLeftToBank(remedy.id());
    }

    /** Whether money or goods are on their way, with an outcome that is not known yet. */
    public boolean isUnderWay(CaseNumber caseNumber) {
        return of(caseNumber).stream()
                .anyMatch(remedy -> remedy.status() == RemedyStatus.SENT || remedy.status() == RemedyStatus.UNKNOWN);
    }

    /**
     * The next remedy of a kind that failed and that nobody has taken care of: also where the step that noted it was
     * lost, such as to a crash, before a person could be asked.
     */
    public Optional<Remedy> nextUnhandled(CaseNumber caseNumber, RemedyKind kind) {
        return of(caseNumber).stream()
                .filter(remedy ->
                        remedy.kind() == kind && remedy.status() == RemedyStatus.FAILED && remedy.handledBy() == null)
                .findFirst();
    }

    /** The next remedy of a kind that something is left to do for; not one that waits for goods. */
    public Optional<Remedy> nextOpen(CaseNumber caseNumber, RemedyKind kind) {
        return leftToDo(caseNumber, kind).findFirst();
    }

    /**
     * Everything of a kind that something is left to do for: what can be sent first, then what was sent, oldest first.
     */
    public List<Remedy> open(CaseNumber caseNumber, RemedyKind kind) {
        return leftToDo(caseNumber, kind)
                .sorted(Comparator.comparing(remedy -> remedy.status() != RemedyStatus.APPROVED))
                .toList();
    }

    /** The remedy of a kind at which every attempt failed: one whose outcome is not known before one under way. */
    public Optional<Remedy> nextStuck(CaseNumber caseNumber, RemedyKind kind) {
        return leftToDo(caseNumber, kind).min(Comparator.comparing(remedy -> STUCK_FIRST.indexOf(remedy.status())));
    }

    private Stream<Remedy> leftToDo(CaseNumber caseNumber, RemedyKind kind) {
        Set<UUID> waiting = holds.waiting(caseNumber);
        return of(caseNumber).stream()
                .filter(remedy -> remedy.kind() == kind && remedy.status().isOpen())
                .filter(remedy -> !waiting.contains(remedy.id()));
    }

    /**
     * Writes down that a remedy is being sent; committed when this returns.
     *
     * @param headroom what the provider just said of the payment that is given back; {@code null} for goods and
     *     goodwill
     * @param permit for the calls that bring the remedy about, held until they have ended
     * @throws io.redress.outside.wire.Unavailable where it has been found that the provider does not answer; nothing is
     *     written down then
     */
    public Sending send(Remedy remedy, PaymentHeadroom headroom, Permit permit) {
        permit.renew();
        return dispatch.send(remedy, headroom);
    }

    /** What became of the wish to send. */
    public enum Sending {
        SENT,
        HELD,
        /** More would go back than was paid, or more be sent again than was bought. */
        OVER_LIMIT,
        /** The customer's bank takes the payment back, or has done so. */
        DISPUTED,
        /** The remedy is not approved any more: dropped, or sent by another execution of the same step. */
        MOVED_ON
    }

    /** Who holds it, keeps others from sending money of a payment back. */
    public static String lockOf(String paymentReference) {
        return "payment " + paymentReference;
    }

    /** Notes what the provider calls it while the outcome is open. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void pending(Remedy remedy, String providerReference, String trackingCode) {
        rows.note(remedy.id(), providerReference, trackingCode, engine("The provider works on it."));
    }

    /** Notes that there was no answer that can be relied on; an answer that came meanwhile stays. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void unknown(Remedy remedy, String why) {
        if (rows.lock(remedy.id()) == RemedyStatus.SENT) {
            transitions.move(remedy, RemedyStatus.UNKNOWN, Noted.NOTHING, engine(why));
        }
    }

    /** Notes that the customer has it. Repeated, it only adds a reference or tracking code. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void settle(Remedy remedy, String providerReference, String trackingCode) {
        Why why = engine(providerReference == null ? "Confirmed." : "Confirmed as " + providerReference + ".");
        Noted noted = Noted.settlement(providerReference, trackingCode);
        if (!transitions.move(remedy, RemedyStatus.SETTLED, noted, why)) {
            rows.note(remedy.id(), providerReference, trackingCode, why);
        }
    }

    /**
     * Notes a failure, also of a remedy that had been settled. An approved one goes through sent: it was tried.
     *
     * @return {@code false} where the failure was known already
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean fail(Remedy remedy, String why) {
        rows.deferLimits();
        if (rows.lock(remedy.id()) == RemedyStatus.APPROVED) {
            transitions.passThroughSent(remedy, Noted.NOTHING, engine("It could not be sent."));
        }
        return transitions.move(remedy, RemedyStatus.FAILED, Noted.failure(why), engine(why));
    }

    /** Notes that what had been ordered was stopped in time: it failed, and nobody has to take care of it. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void stopped(Remedy remedy, String why) {
        rows.deferLimits();
        transitions.move(remedy, RemedyStatus.FAILED, Noted.failure(why), engine(why));
        rows.noteHandled(remedy.id(), engine("Taken care of."));
    }

    /**
     * Notes that a settled remedy came back, together with the step that has a person look after it: where that step is
     * lost, the note is lost with it, and the next one finds the remedy settled and come back once more.
     *
     * @return {@code false} where it was known already
     */
    @Transactional
    public boolean cameBack(Remedy remedy, String why) {
        rows.deferLimits();
        return transitions.move(remedy, RemedyStatus.FAILED, Noted.failure(why), engine(why));
    }

    /**
     * Puts before a person a refund that was dropped: a row of its own stands in its place, and has failed for a reason
     * that the person reads.
     */
    @Transactional
    public void putBeforePerson(Complaint complaint, Remedy letGo, String why) {
        rows.deferLimits();
        Remedy again = get(addApproved(complaint, Proposal.again(letGo), TimelineEntry.ENGINE, letGo.approvedBy()));
        transitions.passThroughSent(again, Noted.NOTHING, engine("It was not sent."));
        transitions.move(again, RemedyStatus.FAILED, Noted.failure(why), engine(why));
    }

    /** Notes what a person did, or found to be done, for a remedy that was approved. */
    @Transactional
    public void settledByHand(Remedy remedy, String proof, String person) {
        rows.deferLimits();
        if (rows.lock(remedy.id()) == RemedyStatus.APPROVED) {
            String done = proof == null ? "Done by hand." : "Done by hand: " + proof;
            transitions.passThroughSent(remedy, Noted.proof(proof), new Why(person, done));
            transitions.move(remedy, RemedyStatus.SETTLED, Noted.NOTHING, new Why(person, done));
        } else {
            Why found = new Why(person, "Found to be done: " + proof);
            transitions.move(remedy, RemedyStatus.SETTLED, Noted.settlement(proof, null), found);
        }
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
    public void handled(Remedy remedy, String person) {
        rows.noteHandled(remedy.id(), new Why(person, "Taken care of."));
    }

    /** Notes that a person said of a failed remedy that it is not owed; nothing stands in its place. */
    @Transactional
    public void notOwed(Remedy remedy, String person, String reason) {
        rows.noteNotOwed(remedy.id(), new Why(person, "Not owed: " + reason));
    }

    public Remedy get(UUID id) {
        return repository.findById(id).orElseThrow();
    }

    private static Why engine(String reason) {
        return new Why(TimelineEntry.ENGINE, reason);
    }
}
