package io.redress.remedy.returns;

import io.redress.complaint.file.Complaints;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.complaint.timeline.Timeline;
import io.redress.complaint.timeline.TimelineEntry;
import io.redress.complaint.timeline.TimelineKind;
import io.redress.core.input.RefusedInput;
import io.redress.core.text.EnumWords;
import io.redress.engine.port.GoodsReturnProcess;
import io.redress.outside.logistics.Carrier;
import io.redress.outside.logistics.CarrierUnavailable;
import io.redress.outside.logistics.Parcel;
import io.redress.outside.logistics.ParcelNews;
import io.redress.outside.logistics.Shipping;
import io.redress.outside.logistics.Shipping.LabelRefund;
import io.redress.remedy.returns.GoodsReturn.Condition;
import io.redress.remedy.returns.GoodsReturn.Status;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The returns: awaits goods that come back, and calls off what nobody needs any more. */
@Component
public class GoodsReturns implements ParcelNews {

    private static final Duration MORE_TIME = Duration.ofDays(14);
    private static final Set<Parcel.State> UNDER_WAY = Set.of(Parcel.State.IN_TRANSIT, Parcel.State.DELIVERED);

    private final GoodsReturnRepository repository;
    private final GoodsReturnRows rows;
    private final WayBackRows waysBack;
    private final AwaitedMoney money;
    private final Complaints complaints;
    private final Carrier carrier;
    private final Shipping shipping;
    private final GoodsReturnProcess process;
    private final Timeline timeline;
    private final Clock clock;

    GoodsReturns(
            GoodsReturnRepository repository,
            GoodsReturnRows rows,
            WayBackRows waysBack,
            AwaitedMoney money,
            Complaints complaints,
            Carrier carrier,
            Shipping shipping,
            GoodsReturnProcess process,
            Timeline timeline,
            Clock clock) {
        this.repository = repository;
        this.rows = rows;
        this.waysBack = waysBack;
        this.money = money;
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

    /**
     * Begins to bring goods back as it was planned with the decision, beside the case; once a round.
     *
     * @return whether anything was planned
     */
    @Transactional
    public boolean begin(CaseNumber caseNumber) {
        Optional<UUID> planned = rows.ofRound(complaints.get(caseNumber));
        planned.filter(rows::begin).ifPresent(id -> process.start(caseNumber, id.toString()));
        return planned.isPresent();
    }

    public GoodsReturn get(UUID id) {
        return repository.findById(id).orElseThrow();
    }

    /** Every return of a case that has begun, oldest first. */
    public List<GoodsReturn> of(CaseNumber caseNumber) {
        return repository.findByCaseNumberOrderByRound(caseNumber.value()).stream()
                .filter(goods -> goods.status() != Status.PLANNED)
                .toList();
    }

    /** What a return brings back, by line; empty where only the customer knows. */
    public List<WayBack> pieces(GoodsReturn goods) {
        return waysBack.of(goods.number(), goods.round()).stream()
                .filter(WayBack::comesBack)
                .toList();
    }

    @Override
    public void heard(Parcel parcel) {
        repository.findByTrackingCode(parcel.trackingCode()).forEach(goods -> moved(goods.id()));
    }

    private void moved(UUID id) {
        try {
            process.moved(id.toString());
        } catch (ConcurrencyFailureException beingLookedAt) {
            // The return moves at this very moment, so it looks itself.
        }
    }

    /** Looks where the goods are and writes down what is new; what waited for them goes on. Safe to repeat. */
    @Transactional
    public State check(UUID id) {
        GoodsReturn goods = get(id);
        if (goods.condition() != null) {
            rows.ended(id, Status.RECEIVED);
            noteSent(goods);
            if (!isAsDescribed(goods)) {
                return State.ASSESS;
            }
            money.release(goods);
            return State.RECEIVED;
        }
        Optional<Parcel.State> parcel = whereabouts(goods);
        boolean underWay = parcel.filter(UNDER_WAY::contains).isPresent();
        if (underWay) {
            noteSent(goods);
        }
        if (parcel.filter(Parcel.State.DELIVERED::equals).isPresent()) {
            timeline.engineDid(
                    goods.number(), TimelineKind.RETURN_ARRIVED, "The goods have arrived, says the carrier.");
            return State.ARRIVED;
        }
        if (!underWay && complaints.get(goods.number()).isWithdrawalRequested()) {
            money.letGo(goods, TimelineEntry.CUSTOMER, "The complaint was taken back before the goods were sent.");
            return State.WITHDRAWN;
        }
        return late(goods, underWay);
    }

    private void noteSent(GoodsReturn goods) {
        if (rows.sent(goods.id())) {
            money.goodsAreSent(goods);
        }
    }

    private boolean isAsDescribed(GoodsReturn goods) {
        return goods.condition() == Condition.AS_DESCRIBED
                && pieces(goods).stream().allMatch(piece -> piece.returned() == null || piece.isBackAsDescribed());
    }

    /** Whether a refund waited for these goods, and waits for nothing any more. */
    public boolean isRefundDue(UUID id) {
        return money.isDue(id);
    }

    private State late(GoodsReturn goods, boolean underWay) {
        Instant now = clock.instant();
        if (!goods.expectedBy().isAfter(now)) {
            timeline.engineDid(goods.number(), TimelineKind.RETURN_OVERDUE, "The goods have not come back.");
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
     * What came back of one line.
     *
     * @param quantity how many pieces, zero for none
     * @param condition of those that came
     */
    public record CameBack(int line, int quantity, Condition condition) {}

    /**
     * Takes the report that goods of a case have come back. Repeating it changes nothing.
     *
     * @param condition of all of them together
     * @param pieces what came of each line; empty where all came, in that condition
     * @param person who opened the parcel
     * @return whether any were awaited
     * @throws RefusedInput where a line is not awaited, or more came of it than was
     */
    @Transactional
    public boolean received(
            CaseNumber caseNumber, Condition condition, List<CameBack> pieces, String note, String person) {
        Optional<GoodsReturn> awaited = of(caseNumber).stream()
                .filter(goods -> goods.way() != GoodsReturn.Way.NONE)
                .reduce((earlier, later) -> later);
        awaited.ifPresent(goods -> received(goods, condition, pieces, note, person));
        return awaited.isPresent();
    }

    private void received(GoodsReturn goods, Condition condition, List<CameBack> pieces, String note, String person) {
        pieces.forEach(piece -> requireAwaited(goods, piece));
        if (rows.reported(goods.id(), condition, note, person)) {
            notePieces(goods, condition, pieces);
            String words = EnumWords.word(condition).replace('_', ' ');
            timeline.add(
                    goods.number(),
                    person,
                    TimelineKind.RETURN_RECEIVED,
                    "The goods came back: " + words + described(goods) + (note == null ? "." : ". " + note));
            moved(goods.id());
        }
    }

    private void requireAwaited(GoodsReturn goods, CameBack piece) {
        WayBack awaited = pieces(goods).stream()
                .filter(known -> known.line() == piece.line())
                .findFirst()
                .orElseThrow(() -> new RefusedInput("pieces", "Line " + piece.line() + " is not awaited."));
        if (piece.quantity() < 0 || piece.quantity() > awaited.quantity()) {
            throw new RefusedInput(
                    "pieces", "Of line %d from 0 to %d can have come.".formatted(piece.line(), awaited.quantity()));
        }
    }

    private void notePieces(GoodsReturn goods, Condition condition, List<CameBack> reported) {
        boolean nothingCame = condition == Condition.EMPTY;
        for (WayBack piece : pieces(goods)) {
            CameBack came = reported.stream()
                    .filter(one -> one.line() == piece.line())
                    .findFirst()
                    .orElse(new CameBack(
                            piece.line(), nothingCame || !reported.isEmpty() ? 0 : piece.quantity(), condition));
            waysBack.returned(goods, piece.line(), came.quantity(), came.quantity() == 0 ? null : came.condition());
        }
    }

    /** What came of each line, where there is more than one thing to say. */
    private String described(GoodsReturn goods) {
        List<WayBack> pieces = pieces(goods);
        boolean alike = pieces.stream().allMatch(WayBack::isBackAsDescribed);
        return alike
                ? ""
                : pieces.stream()
                        .map(piece -> "%d of %s%s"
                                .formatted(
                                        piece.returned(),
                                        piece.article(),
                                        piece.condition() == null
                                                ? ""
                                                : " "
                                                        + EnumWords.word(piece.condition())
                                                                .replace('_', ' ')))
                        .collect(Collectors.joining(", ", " (", ")"));
    }

    /** Gives the customer more time. */
    @Transactional
    public void waitLonger(UUID id, String person) {
        GoodsReturn goods = get(id);
        rows.awaited(id, goods.way(), goods.remindAt(), clock.instant().plus(MORE_TIME));
        timeline.add(
                goods.number(),
                person,
                TimelineKind.RETURN_MORE_TIME,
                "The customer has more time to send the goods back.");
    }

    /**
     * Ends the return as a person decided. Money that waited for goods that did not come is not paid.
     *
     * @param arrived whether something came, be it an empty parcel
     * @throws RefusedInput where it did, and money waits for it
     */
    @Transactional
    public void close(UUID id, boolean arrived, String person, String note) {
        GoodsReturn goods = get(id);
        if (arrived && money.isWaiting(id)) {
            throw new RefusedInput(
                    "returnChoice",
                    "Something came, and the money waits for it: pay it, or keep a part or all of it back and say why.");
        }
        money.letGo(goods, person, "The goods did not come back.");
        rows.ended(id, Status.CLOSED);
        timeline.add(goods.number(), person, TimelineKind.RETURN_CLOSED, note == null ? "The return is closed." : note);
    }

    /**
     * Has paid what waited for the goods, though they did not come, or not as described.
     *
     * @throws RefusedInput where no money waits for them
     */
    @Transactional
    public void pay(UUID id, String person, String note) {
        GoodsReturn goods = get(id);
        money.requireWaiting(id);
        money.release(goods);
        rows.ended(id, goods.condition() == null ? Status.CLOSED : Status.RECEIVED);
        timeline.add(
                goods.number(),
                person,
                TimelineKind.RETURN_PAID,
                note == null ? "The money need not wait any more." : note);
    }

    /** Whether the parcel has come, whatever was in it: nothing is left to call off then. */
    public boolean hasArrived(UUID id) {
        return get(id).condition() != null;
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
            timeline.engineDid(
                    goods.number(), TimelineKind.LABEL_REFUND, "Refund of the unused label: " + EnumWords.word(refund));
        }
        return refund != LabelRefund.SUBMITTED;
    }
}
