package io.redress.remedy.owed;

import io.redress.outside.order.Order;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The pieces of each line that were in a parcel; where no parcel is known, all of them. */
final class ShippedPieces {

    private ShippedPieces() {}

    static Map<Integer, Integer> of(Order order) {
        List<Order.Item> packed = order.shipments().stream()
                .flatMap(parcel -> parcel.items().stream())
                .toList();
        if (packed.isEmpty()) {
            return order.lines().stream()
                    .collect(Collectors.toMap(Order.Line::line, Order.Line::quantity, Integer::sum));
        }
        Map<Integer, Integer> travelled = new HashMap<>();
        packed.stream()
                .filter(item -> item.line() != null)
                .forEach(item -> travelled.merge(item.line(), item.quantity(), Integer::sum));
        Map<String, List<Order.Line>> bySku = order.lines().stream().collect(Collectors.groupingBy(Order.Line::sku));
        packed.stream()
                .filter(item -> item.line() == null)
                .collect(Collectors.toMap(Order.Item::sku, Order.Item::quantity, Integer::sum))
                .forEach((sku, quantity) -> fill(bySku.getOrDefault(sku, List.of()), quantity, travelled));
        return travelled;
    }

    private static void fill(List<Order.Line> lines, int quantity, Map<Integer, Integer> travelled) {
        int left = quantity;
        for (Order.Line line : lines) {
            int part = Math.min(left, line.quantity() - travelled.getOrDefault(line.line(), 0));
            if (part > 0) {
                travelled.merge(line.line(), part, Integer::sum);
                left -= part;
            }
        }
    }
}
