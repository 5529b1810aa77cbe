package io.redress.verification.gathering;

import io.redress.complaint.file.AffectedItem;
import io.redress.complaint.file.Claim;
import io.redress.outside.order.Order;
import io.redress.verification.evidence.Evidence.Affected;
import io.redress.verification.evidence.FindingNotes;
import io.redress.verification.evidence.LinePieces;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The lines of an order that a complaint is about: those that it names, else those that were in its parcels, else the
 * only one that it can mean.
 */
final class AffectedLines {

    private final Order order;
    private final FindingNotes notes;

    private AffectedLines(Order order, FindingNotes notes) {
        this.order = order;
        this.notes = notes;
    }

    /**
     * What is affected; empty where it is not clear and a person has to say, with a finding that tells why.
     *
     * @param claim {@code null} where the complainant did not say what went wrong
     * @param affectedItems what the complaint names
     * @param shipments the parcels that went wrong
     */
    static List<Affected> of(
            Claim claim,
            List<AffectedItem> affectedItems,
            Order order,
            List<Order.Shipment> shipments,
            FindingNotes notes) {
        return new AffectedLines(order, notes)
                .pieces(claim == Claim.NOT_RECEIVED, affectedItems, shipments)
                .map(pieces -> affected(order, pieces))
                .orElse(List.of());
    }

    private Optional<Map<Integer, Integer>> pieces(
            boolean notReceived, List<AffectedItem> affectedItems, List<Order.Shipment> shipments) {
        List<Order.Item> named = affectedItems.stream()
                .map(item -> new Order.Item(item.line(), item.sku(), item.quantity()))
                .toList();
        if (notReceived && !shipments.isEmpty()) {
            LinePieces lost = LinePieces.of(shipments.stream().flatMap(parcel -> parcel.items().stream()), order);
            if (lost.isNothing()) {
                notes.open("order", "The shop does not say what was in the parcels that went wrong.");
                return Optional.empty();
            }
            // What is said to be missing can only be missing from the parcels that went wrong.
            return named.isEmpty() ? clear(lost) : clear(lost.those(named), "in the parcels that went wrong");
        }
        if (!named.isEmpty()) {
            return clear(LinePieces.all(order).those(named), "in the order");
        }
        return onlyMeaning(notReceived).flatMap(this::clear);
    }

    /** What can be meant where nothing is named: of goods that never came, all; else the only piece that was bought. */
    private Optional<LinePieces> onlyMeaning(boolean notReceived) {
        if (!notReceived) {
            boolean onePiece = order.lines().size() == 1 && order.lines().get(0).quantity() == 1;
            return Optional.of(LinePieces.all(order)).filter(all -> onePiece);
        }
        return switch (order.shipments().size()) {
            case 0 -> Optional.of(LinePieces.all(order));
            case 1 -> Optional.of(LinePieces.of(order.shipments().get(0).items().stream(), order));
            default -> Optional.empty();
        };
    }

    private Optional<Map<Integer, Integer>> clear(LinePieces found) {
        return clear(found, "in the order");
    }

    /** @param where the pieces are looked for, in words */
    private Optional<Map<Integer, Integer>> clear(LinePieces found, String where) {
        found.unclear()
                .forEach(sku -> notes.open(
                        "order",
                        "%s stands at several prices in the order, and it is not known which line is meant."
                                .formatted(sku)));
        found.missing().forEach(item -> notes.open("order", "%s is not %s.".formatted(item, where)));
        found.surplus()
                .forEach((sku, surplus) -> notes.open(
                        "order",
                        "More pieces of %s are named than are %s; %d of them cannot be meant."
                                .formatted(sku, where, surplus)));
        return found.isClear() ? Optional.of(found.byLine()) : Optional.empty();
    }

    private static List<Affected> affected(Order order, Map<Integer, Integer> pieces) {
        return order.lines().stream()
                .filter(line -> pieces.getOrDefault(line.line(), 0) > 0)
                .map(line -> new Affected(
                        line.line(), line.sku(), line.description(), pieces.get(line.line()), line.unitPrice()))
                .toList();
    }
}
