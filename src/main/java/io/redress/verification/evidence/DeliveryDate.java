package io.redress.verification.evidence;

import io.redress.complaint.file.Claim;
import io.redress.complaint.file.Complaint;
import io.redress.outside.order.Order.Shipment;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The date on which the customer received what a complaint is about. */
public final class DeliveryDate {

    private DeliveryDate() {}

    /**
     * Empty where it is not known, where it may be another's parcel, and where the customer says that it never came.
     */
    public static Optional<Instant> of(Complaint complaint, Evidence evidence) {
        if (complaint.claim() == Claim.NOT_RECEIVED || !evidence.orderFound() || !evidence.identityConfirmed()) {
            return Optional.empty();
        }
        Set<String> affected =
                evidence.affected().stream().map(Evidence.Affected::sku).collect(Collectors.toSet());
        List<Shipment> parcels = evidence.order().shipments();
        List<Shipment> concerned = parcels.stream()
                .filter(parcel -> parcel.items().stream().anyMatch(item -> affected.contains(item.sku())))
                .toList();
        // The latest of several, so that no right is said to end before it does.
        return (concerned.isEmpty() ? parcels : concerned)
                .stream().map(Shipment::deliveredAt).filter(Objects::nonNull).max(Comparator.naturalOrder());
    }
}
