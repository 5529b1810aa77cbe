package io.redress.verification;

import io.redress.complaint.AffectedItem;
import io.redress.complaint.Claim;
import io.redress.complaint.Complaint;
import io.redress.order.Order;
import io.redress.verification.Evidence.Affected;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
        boolean notReceived = complaint.claim() == Claim.NOT_RECEIVED;
        Map<String, Integer> inParcels = quantities(shipments.stream()
                .flatMap(shipment -> shipment.items().stream())
                .map(item -> new AffectedItem(item.line(), item.sku(), item.quantity())));
        Map<String, Integer> named = quantities(complaint.affectedItems().stream());
        if (!named.isEmpty()) {
            // What is said to be missing can only be missing from the parcels that went wrong.
            return lines(order, notReceived && !shipments.isEmpty() ? lesser(named, inParcels) : named);
        }
        if (notReceived && !shipments.isEmpty()) {
            return lines(order, inParcels);
        }
        boolean onlyOneThingCanBeMeant =
                notReceived ? order.shipments().size() < 2 : order.lines().size() == 1;
        return onlyOneThingCanBeMeant
                ? lines(
                        order,
                        quantities(order.lines().stream()
                                .map(line -> new AffectedItem(line.line(), line.sku(), line.quantity()))))
                : List.of();
    }

    private static Map<String, Integer> quantities(Stream<AffectedItem> items) {
        return items.collect(
                Collectors.toMap(AffectedItem::sku, AffectedItem::quantity, Integer::sum, LinkedHashMap::new));
    }

    private static Map<String, Integer> lesser(Map<String, Integer> one, Map<String, Integer> other) {
        Map<String, Integer> lesser = new LinkedHashMap<>(one);
        lesser.keySet().retainAll(other.keySet());
        lesser.replaceAll((sku, quantity) -> Math.min(quantity, other.get(sku)));
        return lesser;
    }

    /** Never more than was ordered, and nothing that was not; the cheapest first where an article has several lines. */
    private static List<Affected> lines(Order order, Map<String, Integer> quantities) {
        List<Affected> affected = new ArrayList<>();
        quantities.forEach((sku, quantity) -> {
            int left = quantity;
            List<Order.Line> ordered = order.lines().stream()
                    .filter(line -> line.sku().equals(sku))
                    .sorted(Comparator.comparing(Order.Line::unitPrice))
                    .toList();
            for (Order.Line line : ordered) {
                int part = Math.min(left, line.quantity());
                if (part > 0) {
                    affected.add(new Affected(line.line(), sku, line.description(), part, line.unitPrice()));
                    left -= part;
                }
            }
        });
        return affected;
    }

    /** Whether nothing of the order is left unaffected. */
    static boolean areEverything(List<Affected> affected, Order order) {
        return order.lines().stream().mapToInt(Order.Line::quantity).sum()
                == affected.stream().mapToInt(Affected::quantity).sum();
    }
}
