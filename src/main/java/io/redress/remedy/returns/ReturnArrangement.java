package io.redress.remedy.returns;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Complaints;
import io.redress.complaint.timeline.Timeline;
import io.redress.complaint.timeline.TimelineEntry;
import io.redress.complaint.timeline.TimelineKind;
import io.redress.outside.logistics.CarrierUnavailable;
import io.redress.outside.logistics.ParcelSize;
import io.redress.outside.logistics.Shipping;
import io.redress.outside.logistics.Shipping.Label;
import io.redress.outside.logistics.Shipping.LabelOrder;
import io.redress.outside.logistics.ShippingRefused;
import io.redress.outside.order.Order;
import io.redress.remedy.ledger.RemedyKind;
import io.redress.remedy.ledger.RemedyLedger;
import io.redress.remedy.ledger.RemedyStatus;
import io.redress.remedy.owed.Parcels;
import io.redress.remedy.returns.GoodsReturn.Way;
import io.redress.time.calendar.WorkingDays;
import io.redress.verification.evidence.Evidence;
import io.redress.verification.gathering.Verification;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The arrangement of how goods come back: a label for the customer, or a pick-up at the door. */
@Component
@EnableConfigurationProperties(ReturnProperties.class)
public class ReturnArrangement {

    private final GoodsReturnRepository repository;
    private final GoodsReturnRows rows;
    private final WayBackRows waysBack;
    private final Complaints complaints;
    private final Verification verification;
    private final Shipping shipping;
    private final RemedyLedger ledger;
    private final WorkingDays workingDays;
    private final ReturnProperties properties;
    private final ZoneId zone;
    private final Timeline timeline;
    private final Clock clock;

    ReturnArrangement(
            GoodsReturnRepository repository,
            GoodsReturnRows rows,
            WayBackRows waysBack,
            Complaints complaints,
            Verification verification,
            Shipping shipping,
            RemedyLedger ledger,
            WorkingDays workingDays,
            ReturnProperties properties,
            @Value("${redress.zone}") ZoneId zone,
            Timeline timeline,
            Clock clock) {
        this.repository = repository;
        this.rows = rows;
        this.waysBack = waysBack;
        this.complaints = complaints;
        this.verification = verification;
        this.shipping = shipping;
        this.ledger = ledger;
        this.workingDays = workingDays;
        this.properties = properties;
        this.zone = zone;
        this.timeline = timeline;
        this.clock = clock;
    }

    /**
     * Buys what the chosen way needs, each once. Safe to repeat at any moment.
     *
     * @throws ReturnRefused where a person has to arrange it
     * @throws CarrierUnavailable where it is to be tried again later
     */
    @Transactional
    public void arrange(UUID id) {
        GoodsReturn goods = get(id);
        Complaint complaint = complaints.get(goods.number());
        Evidence evidence = verification.evidence(goods.number()).orElseThrow();
        if (evidence.order() == null || evidence.order().deliveryAddress() == null) {
            throw new ReturnRefused("It is not known where the goods are.", null);
        }
        Order.Address door = evidence.order().deliveryAddress();
        try {
            Label label = shipping.buy(
                    new LabelOrder(id.toString(), goods.caseNumber(), door, true, parcel(goods, evidence)));
            rows.bought(id, label.trackingCode(), label.url());
            String proof = goods.way() == Way.PICK_UP ? pickUp(goods, complaint, door) : label.trackingCode();
            await(goods, goods.way(), "Arranged, " + proof);
            settleCollection(goods, proof);
        } catch (ShippingRefused refused) {
            throw new ReturnRefused(refused.getMessage(), refused);
        } catch (CarrierUnavailable unavailable) {
            if (unavailable.isWorthRetrying()) {
                throw unavailable;
            }
            throw new ReturnRefused(unavailable.getMessage(), unavailable);
        }
    }

    private String pickUp(GoodsReturn goods, Complaint complaint, Order.Address door) {
        ZoneId home = complaint.customer().zone(zone);
        LocalDate day = workingDays
                .after(goods.createdAt(), properties.pickUpAfterDays())
                .atZone(home)
                .toLocalDate();
        Instant from = day.atTime(properties.pickUpFrom()).atZone(home).toInstant();
        Instant to = day.atTime(properties.pickUpTo()).atZone(home).toInstant();
        String confirmation = shipping.pickUp(goods.id().toString(), door, from, to);
        rows.pickedUp(goods.id(), confirmation, from, to);
        return confirmation;
    }

    /** Awaits goods whose way back a person arranged. */
    @Transactional
    public void arrangedByHand(UUID id, String person) {
        GoodsReturn goods = get(id);
        await(goods, Way.BY_HAND, "Arranged by " + person);
    }

    private void await(GoodsReturn goods, Way way, String text) {
        Instant now = clock.instant();
        rows.awaited(goods.id(), way, now.plus(properties.remindAfter()), now.plus(properties.expectWithin()));
        timeline.engineDid(goods.number(), TimelineKind.RETURN_ARRANGED, text);
    }

    /** Where collecting the goods is itself what we owe, it is done once the carrier has agreed to it. */
    private void settleCollection(GoodsReturn goods, String proof) {
        ledger.of(goods.number()).stream()
                .filter(remedy -> goods.collection() && remedy.kind() == RemedyKind.COLLECTION)
                .filter(remedy -> remedy.status() == RemedyStatus.APPROVED)
                .forEach(remedy -> ledger.settledByHand(remedy, proof, TimelineEntry.ENGINE));
    }

    /** The parcel that what comes back came in, {@code null} where it is not one only. */
    private ParcelSize parcel(GoodsReturn goods, Evidence evidence) {
        Set<String> skus = waysBack.of(goods.number(), goods.round()).stream()
                .filter(WayBack::comesBack)
                .map(WayBack::sku)
                .collect(Collectors.toSet());
        Order.Size size = Parcels.size(evidence.order(), skus);
        return size == null
                ? null
                : new ParcelSize(size.weightGrams(), size.lengthMm(), size.widthMm(), size.heightMm());
    }

    private GoodsReturn get(UUID id) {
        return repository.findById(id).orElseThrow();
    }
}
