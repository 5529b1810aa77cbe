package io.redress.verification;

import io.redress.complaint.AffectedItem;
import io.redress.complaint.Claim;
import io.redress.complaint.Complaint;
import io.redress.order.Order;
import io.redress.verification.Evidence.Affected;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which lines of an order a complaint is about: what it names, else what was in its parcels, else the only thing it can mean. */
final class AffectedLines {

    private AffectedLines() {}

    /**
     * What is affected; empty where it is not clear and a person has to say.
     *
     * @param shipments the parcels that went wrong
     */
    static List<Affected> of(Complaint complaint, Order order, List<Order.Shipment> shipments) {
        if (!complaint.affectedItems().isEmpty()) {
            return lines(order, complaint.affectedItems().stream());
        }
        boolean notReceived = complaint.claim() == Claim.NOT_RECEIVED;
        if (notReceived && !shipments.isEmpty()) {
            return lines(
                    order,
                    shipments.stream()
                            .flatMap(shipment -> shipment.items().stream())
                            .map(item -> new AffectedItem(item.sku(), item.quantity())));
        }
        boolean onlyOneThingCanBeMeant =
                notReceived ? order.shipments().size() < 2 : order.lines().size() == 1;
        return onlyOneThingCanBeMeant
                ? lines(order, order.lines().stream().map(line -> new AffectedItem(line.sku(), line.quantity())))
                : List.of();
    }

    private static List<Affected> lines(Order order, Stream<AffectedItem> items) {
        return items.flatMap(item -> affected(order, item).stream()).toList();
    }

    /** Whether nothing of the order is left unaffected. */
    static boolean areEverything(List<Affected> affected, Order order) {
        return order.lines().stream()
                .allMatch(line -> affected.stream()
                                .filter(part -> part.sku().equals(line.sku()))
                                .mapToInt(Affected::quantity)
                                .sum()
                        >= line.quantity());
    }

    /** Never more than was ordered, and nothing that was not. */
    private static Optional<Affected> affected(Order order, AffectedItem item) {
        return order.line(item.sku())
                .map(line -> new Affected(
                        line.sku(), line.description(), Math.min(item.quantity(), line.quantity()), line.unitPrice()));
    }
}
