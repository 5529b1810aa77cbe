package io.redress.insight.casefile;

import io.redress.insight.casefile.CaseFile.LinePart;
import io.redress.insight.casefile.CaseFile.OrderPart;
import io.redress.insight.casefile.CaseFile.ShipmentPart;
import io.redress.outside.order.Order;
import io.redress.verification.evidence.Evidence;
import io.redress.verification.evidence.ParcelState;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The order of a case, in words. */
@Component
class OrderParts {

    private final StaffFormat format;

    OrderParts(StaffFormat format) {
        this.format = format;
    }

    /** Empty where no order is known. */
    Optional<OrderPart> of(Evidence evidence) {
        return Optional.ofNullable(evidence.order())
                .map(order -> new OrderPart(
                        StaffFormat.orEmpty(order.number()),
                        format.time(order.placedOn()),
                        StaffFormat.amount(order.total()),
                        address(order.deliveryAddress()),
                        lines(order, evidence),
                        shipments(order, evidence)));
    }

    private static List<LinePart> lines(Order order, Evidence evidence) {
        Map<Integer, Integer> affected = evidence.affected().stream()
                .collect(Collectors.toMap(Evidence.Affected::line, Evidence.Affected::quantity, Integer::sum));
        return order.lines().stream()
                .map(line -> new LinePart(
                        line.sku(),
                        StaffFormat.orEmpty(line.description()),
                        line.quantity(),
                        StaffFormat.amount(line.unitPrice()),
                        affected.containsKey(line.line()) ? String.valueOf(affected.get(line.line())) : ""))
                .toList();
    }

    private static List<ShipmentPart> shipments(Order order, Evidence evidence) {
        String state = evidence.parcelState() == ParcelState.NONE ? "" : StaffFormat.label(evidence.parcelState());
        boolean single = order.shipments().size() == 1;
        return order.shipments().stream()
                .map(shipment -> new ShipmentPart(
                        StaffFormat.orEmpty(shipment.trackingCode()),
                        // With several parcels the findings say which one is where.
                        single ? state : "",
                        shipment.items().stream()
                                .map(item -> item.quantity() + " × " + item.sku())
                                .collect(Collectors.joining(", "))))
                .toList();
    }

    static String address(Order.Address address) {
        if (address == null) {
            return "";
        }
        return Stream.of(
                        address.name(),
                        address.street1(),
                        address.street2(),
                        address.zip(),
                        address.city(),
                        address.state(),
                        address.country())
                .filter(Objects::nonNull)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(", "));
    }
}
