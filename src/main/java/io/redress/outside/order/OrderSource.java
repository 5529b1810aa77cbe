package io.redress.outside.order;

import java.util.Optional;

/** The shop, asked for what it knows of an order. */
public interface OrderSource {

    /**
     * Finds an order by its number or, where none is given, by a payment or a parcel of it.
     *
     * @return empty where the shop knows no such order
     * @throws ShopUnavailable where the shop cannot be asked now, or is not configured
     */
    Optional<Order> find(OrderReference reference);
}
