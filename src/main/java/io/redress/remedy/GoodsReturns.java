package io.redress.remedy;

import io.redress.complaint.CaseNumber;
import io.redress.complaint.Complaint;
import io.redress.complaint.Complaints;
import io.redress.complaint.Timeline;
import io.redress.complaint.Words;
import io.redress.engine.ComplaintProcess;
import io.redress.logistics.Carrier;
import io.redress.logistics.CarrierUnavailable;
import io.redress.logistics.Parcel;
import io.redress.logistics.ParcelNews;
import io.redress.logistics.Shipping;
import io.redress.logistics.Shipping.LabelRefund;
import io.redress.remedy.GoodsReturn.Condition;
import io.redress.remedy.GoodsReturn.Status;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Awaits goods that come back, and lets go of what nobody needs any more. */
@Component
public class GoodsReturns implements ParcelNews {

    private static final Duration MORE_TIME = Duration.ofDays(14);
    private static final Set<Parcel.State> UNDER_WAY = Set.of(Parcel.State.IN_TRANSIT, Parcel.State.DELIVERED);

    private final GoodsReturnRepository repository;
    private final GoodsReturnRows rows;
    private final Complaints complaints;
    private final Carrier carrier;
    private final Shipping shipping;
    private final ComplaintProcess process;
    private final Timeline timeline;
    private final Clock clock;

    GoodsReturns(
            GoodsReturnRepository repository,
            GoodsReturnRows rows,
            Complaints complaints,
            Carrier carrier,
            Shipping shipping,
            ComplaintProcess process,
            Timeline timeline,
            Clock clock) {
        this.repository = repository;
        this.rows = rows;
        this.complaints = complaints;
        this.carrier = carrier;
        this.shipping = shipping;
        this.process = process;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** How it stands with goods that are awaited. */
    public enum State {
        WAITING,
        REMIND,
        /** Delivered to us; somebody has to open the parcel. */
        ARRIVED,
        /** Received as described. */
        RECEIVED,
        /** Received, but not as described. */
        ASSESS,
        OVERDUE,
        WITHDRAWN
    }

    /** Begins to bring goods back, beside the case; once a round. @param collection whether that is what we owe */
    @Transactional
    public void begin(CaseNumber caseNumber, boolean collection) {
        Complaint complaint = complaints.get(caseNumber);
        UUID id = UUID.randomUUID();
        if (rows.insert(id, complaint, collection)) {
            process.returnGoods(caseNumber, id.toString());
        }
    }

    public GoodsReturn get(UUID id) {
        return repository.findById(id).orElseThrow();
    }

    /** Every return of a case, oldest first. */
    public List<GoodsReturn> of(CaseNumber caseNumber) {
        return repository.findByCaseNumberOrderByRound(caseNumber.value());
    }

    @Override
    public void heard(Parcel parcel) {
        repository.findByTrackingCode(parcel.trackingCode()).forEach(goods -> moved(goods.id()));
    }

    private void moved(UUID id) {
        try {
            process.goodsMoved(id.toString());
        } catch (ConcurrencyFailureException beingLookedAt) {
            // The return moves at this very moment, so it looks itself.
        }
    }

    /** Looks where the goods are and writes down what is new. Safe to repeat. */
    @Transactional
    public State check(UUID id) {
        GoodsReturn goods = get(id);
        if (goods.condition() != null) {
            rows.ended(id, Status.RECEIVED);
            return goods.condition() == Condition.AS_DESCRIBED ? State.RECEIVED : State.ASSESS;
        }
        Optional<Parcel.State> parcel = whereabouts(goods);
        if (parcel.filter(Parcel.State.DELIVERED::equals).isPresent()) {
            timeline.engineDid(goods.number(), "return_arrived", "The goods have arrived, says the carrier.");
            return State.ARRIVED;
        }
        boolean underWay = parcel.filter(UNDER_WAY::contains).isPresent();
        if (!underWay && complaints.get(goods.number()).isWithdrawalRequested()) {
            return State.WITHDRAWN;
        }
        return late(goods, underWay);
    }

    private State late(GoodsReturn goods, boolean underWay) {
        Instant now = clock.instant();
        if (!goods.expectedBy().isAfter(now)) {
            timeline.engineDid(goods.number(), "return_overdue", "The goods have not come back.");
            return State.OVERDUE;
        }
        boolean remind =
                !underWay && goods.remindedAt() == null && !goods.remindAt().isAfter(now);
        return remind ? State.REMIND : State.WAITING;
    }

    /** A carrier that does not answer delays nothing: what counts is whether the goods are here. */
    private Optional<Parcel.State> whereabouts(GoodsReturn goods) {
        try {
            return goods.trackingCode() == null
                    ? Optional.empty()
                    : carrier.track(goods.trackingCode()).map(Parcel::state);
        } catch (CarrierUnavailable unavailable) {
            return Optional.empty();
        }
    }

    /** Notes that the customer was reminded. */
    @Transactional
    public void reminded(UUID id) {
        rows.reminded(id);
    }

    /**
     * Takes the report that goods of a case have come back. Repeating it changes nothing.
     *
     * @param person who opened the parcel
     * @return whether any were awaited
     */
    @Transactional
    public boolean received(CaseNumber caseNumber, Condition condition, String note, String person) {
        Optional<GoodsReturn> awaited = of(caseNumber).stream()
                .filter(goods -> goods.way() != GoodsReturn.Way.NONE)
                .reduce((earlier, later) -> later);
        awaited.ifPresent(goods -> received(goods, condition, note, person));
        return awaited.isPresent();
    }

    private void received(GoodsReturn goods, Condition condition, String note, String person) {
        if (rows.reported(goods.id(), condition, note, person)) {
            String words = Words.word(condition).replace('_', ' ');
            timeline.add(
                    goods.number(),
                    person,
                    "return_received",
                    "The goods came back: " + words + (note == null ? "." : ". " + note));
            moved(goods.id());
        }
    }

    /** Gives the customer more time. */
    @Transactional
    public void waitLonger(UUID id, String person) {
        GoodsReturn goods = get(id);
        rows.awaited(id, goods.way(), goods.remindAt(), clock.instant().plus(MORE_TIME));
        timeline.add(goods.number(), person, "return_more_time", "The customer has more time to send the goods back.");
    }

    /** Ends the return as a person decided. */
    @Transactional
    public void close(UUID id, String person, String note) {
        rows.ended(id, Status.CLOSED);
        timeline.add(get(id).number(), person, "return_closed", note == null ? "The return is closed." : note);
    }

    /**
     * Calls off what was arranged and gives the unused label back, or asks what became of that.
     *
     * @return whether the carrier has answered, one way or the other
     */
    @Transactional
    public boolean cancel(UUID id) {
        GoodsReturn goods = get(id);
        rows.ended(id, Status.CLOSED);
        shipping.cancelPickUp(id.toString());
        LabelRefund refund = shipping.refund(id.toString());
        if (rows.labelRefund(id, refund) && refund != LabelRefund.NONE) {
            timeline.engineDid(goods.number(), "label_refund", "Refund of the unused label: " + Words.word(refund));
        }
        return refund != LabelRefund.SUBMITTED;
    }
}
