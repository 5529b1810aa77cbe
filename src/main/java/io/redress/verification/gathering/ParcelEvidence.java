package io.redress.verification.gathering;

import io.redress.complaint.file.AffectedItem;
import io.redress.complaint.file.Claim;
import io.redress.complaint.file.Complaint;
import io.redress.outside.logistics.Carrier;
import io.redress.outside.logistics.CarrierUnavailable;
import io.redress.outside.logistics.Parcel;
import io.redress.outside.order.Order;
import io.redress.verification.evidence.FindingNotes;
import io.redress.verification.evidence.ParcelState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The evidence from the carrier: where the parcels of a complaint are. */
@Component
class ParcelEvidence {

    private final Carrier carrier;

    ParcelEvidence(Carrier carrier) {
        this.carrier = carrier;
    }

    /** @param shipments the parcels that the state speaks of */
    record About(ParcelState state, List<Order.Shipment> shipments) {}

    private record Seen(Order.Shipment shipment, ParcelState state) {}

    About about(Complaint complaint, Order order, FindingNotes notes, boolean lastAttempt) {
        if (complaint.claim() != Claim.NOT_RECEIVED || order.shipments().isEmpty()) {
            return new About(ParcelState.NONE, List.of());
        }
        if (complaint.trackingCode() != null
                && order.shipment(complaint.trackingCode()).isEmpty()) {
            notes.open("parcel", "The parcel that was named is none of this order.");
            return new About(ParcelState.UNKNOWN, List.of());
        }
        List<Seen> seen = new ArrayList<>();
        boolean answers = true;
        for (Order.Shipment shipment : concerned(complaint, order)) {
            // A carrier that stays silent is not waited for once a parcel: that could outlive the job.
            Optional<ParcelState> state = answers ? track(shipment, notes, lastAttempt) : Optional.empty();
            answers = state.isPresent();
            seen.add(new Seen(shipment, state.orElse(ParcelState.UNKNOWN)));
        }
        boolean named = seen.size() < order.shipments().size() || seen.size() == 1;
        return named ? overall(seen) : missing(seen, notes);
    }

    /** The parcel that was named, else those with the articles that were named, else all. */
    private static List<Order.Shipment> concerned(Complaint complaint, Order order) {
        Optional<Order.Shipment> named = order.shipment(complaint.trackingCode());
        if (named.isPresent()) {
            return List.of(named.get());
        }
        Map<String, List<AffectedItem>> bySku =
                complaint.affectedItems().stream().collect(Collectors.groupingBy(AffectedItem::sku));
        List<Order.Shipment> withArticles = order.shipments().stream()
                .filter(shipment -> shipment.items().stream()
                        .anyMatch(item -> bySku.getOrDefault(item.sku(), List.of()).stream()
                                .anyMatch(article -> mayBe(article, item))))
                .toList();
        return withArticles.isEmpty() ? order.shipments() : withArticles;
    }

    /** @param item of the same article */
    private static boolean mayBe(AffectedItem article, Order.Item item) {
        return article.line() == null || item.line() == null || article.line().equals(item.line());
    }

    /**
     * Of parcels that nobody named, those that the carrier lost; where it lost none, we do not guess which is meant.
     */
    private static About missing(List<Seen> seen, FindingNotes notes) {
        List<Seen> lost =
                seen.stream().filter(one -> one.state() == ParcelState.LOST).toList();
        if (lost.isEmpty()) {
            notes.open("parcel", "There are several parcels, and it is not said which one is missing.");
            return new About(ParcelState.UNKNOWN, List.of());
        }
        return overall(lost);
    }

    /** Several parcels are as clear as the least clear of them. */
    private static About overall(List<Seen> seen) {
        List<ParcelState> states = seen.stream().map(Seen::state).distinct().toList();
        Set<ParcelState> clear = Set.of(ParcelState.LOST, ParcelState.DELIVERED_UNSIGNED);
        ParcelState state = states.size() == 1
                ? states.get(0)
                : states.stream()
                        .filter(one -> !clear.contains(one))
                        .findFirst()
                        .orElse(ParcelState.LOST);
        return new About(state, seen.stream().map(Seen::shipment).toList());
    }

    /** @return empty where the carrier does not answer */
    private Optional<ParcelState> track(Order.Shipment shipment, FindingNotes notes, boolean lastAttempt) {
        try {
            Optional<Parcel> parcel = carrier.track(shipment.trackingCode());
            if (parcel.isEmpty()) {
                notes.open("parcel", "The carrier does not know the parcel " + shipment.trackingCode() + ".");
            }
            return Optional.of(parcel.map(known -> judge(known, notes)).orElse(ParcelState.UNKNOWN));
        } catch (CarrierUnavailable unavailable) {
            if (unavailable.isWorthRetrying(lastAttempt)) {
                throw unavailable;
            }
            notes.unanswered("parcel", "The carrier could not be asked about " + shipment.trackingCode() + ".");
            return Optional.empty();
        }
    }

    private static ParcelState judge(Parcel parcel, FindingNotes notes) {
        String name = "Parcel " + parcel.trackingCode();
        return switch (parcel.state()) {
            case LOST -> {
                notes.supports("parcel", name + " is lost, says the carrier.");
                yield ParcelState.LOST;
            }
            case DELIVERED -> {
                if (parcel.signedBy() == null) {
                    notes.supports("parcel", name + " was delivered, says the carrier, but nobody signed for it.");
                    yield ParcelState.DELIVERED_UNSIGNED;
                }
                notes.contradicts("parcel", name + " was delivered and signed for by " + parcel.signedBy() + ".");
                yield ParcelState.DELIVERED_SIGNED;
            }
            case ANNOUNCED, IN_TRANSIT -> {
                notes.open("parcel", name + " is still on its way.");
                yield ParcelState.IN_TRANSIT;
            }
            case RETURNED -> {
                notes.open("parcel", name + " is on its way back to us.");
                yield ParcelState.RETURNED;
            }
            case UNKNOWN -> {
                notes.open("parcel", "The carrier cannot say where " + parcel.trackingCode() + " is.");
                yield ParcelState.UNKNOWN;
            }
        };
    }
}
