package io.redress.outside.order;

import io.redress.outside.wire.Permit;
import java.util.Optional;

/** The shop, asked for what it knows of an order. */
public interface OrderSource {

    /**
     * A permit for the calls of one piece of work, for which the shop is needed among others.
     *
     * @throws ShopUnavailable where the shop gets no call now
     */
    Permit permit();

    /**
     * Finds an order by its number or, where none is given, by a payment or a parcel of it.
     *
     * @return empty where the shop knows no such order
     * @throws ShopUnavailable where the shop cannot be asked now, or is not configured
     */
    Optional<Order> find(OrderReference reference);
}
