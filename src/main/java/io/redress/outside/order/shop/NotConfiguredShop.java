package io.redress.outside.order.shop;

import io.redress.outside.order.Order;
import io.redress.outside.order.OrderReference;
import io.redress.outside.order.ShopUnavailable;
import io.redress.outside.wire.Permit;
import java.util.Optional;

/** The stand-in where no shop is configured: no order can be looked up and nothing shipped, so a person decides. */
class NotConfiguredShop implements Shop {

    @Override
    public Optional<Order> find(OrderReference reference) {
        throw notConfigured();
    }

    @Override
    public Permit permit() {
        return Permit.NONE;
    }

    @Override
    public Answer order(Replacement replacement) {
        throw notConfigured();
    }

    @Override
    public Optional<Answer> find(String reference) {
        throw notConfigured();
    }

    private static ShopUnavailable notConfigured() {
        return new ShopUnavailable(
                "No shop is configured: set redress.shop.base-url or redress.woocommerce.url", false, null);
    }
}
