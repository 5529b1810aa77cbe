package io.redress.remedy.owed;

import io.redress.outside.order.Order;
import java.util.List;
import java.util.Set;

/** The parcels that articles of an order came in. */
public final class Parcels {

    private Parcels() {}

    public static List<Order.Shipment> of(Order order, Set<String> skus) {
        return order.shipments().stream()
                .filter(parcel -> parcel.items().stream().anyMatch(item -> skus.contains(item.sku())))
                .toList();
    }

    /** The size of the parcel, {@code null} where it is not one only, or nobody knows its size. */
    public static Order.Size size(Order order, Set<String> skus) {
        List<Order.Shipment> parcels = of(order, skus);
        return parcels.size() == 1 ? parcels.get(0).size() : null;
    }

    /** The weight of the parcel, zero where nobody knows it. */
    public static int weightGrams(Order order, Set<String> skus) {
        Order.Size size = size(order, skus);
        return size == null ? 0 : size.weightGrams();
    }
}
