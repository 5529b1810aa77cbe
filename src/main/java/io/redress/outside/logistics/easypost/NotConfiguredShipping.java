package io.redress.outside.logistics.easypost;

import io.redress.outside.logistics.Shipping;
import io.redress.outside.logistics.ShippingRefused;
import io.redress.outside.order.Order;
import io.redress.outside.wire.Permit;
import java.time.Instant;
import java.util.Optional;

/** The stand-in where no carrier is configured: no label can be bought, so a person arranges it. */
class NotConfiguredShipping implements Shipping {

    @Override
    public Permit permit() {
        return Permit.NONE;
    }

    @Override
    public Label buy(LabelOrder order) {
        throw notConfigured();
    }

    @Override
    public Optional<Label> find(String reference) {
        return Optional.empty();
    }

    @Override
    public String pickUp(String reference, Order.Address door, Instant from, Instant to) {
        throw notConfigured();
    }

    @Override
    public void cancelPickUp(String reference) {}

    @Override
    public LabelRefund refund(String reference) {
        return LabelRefund.NONE;
    }

    private static ShippingRefused notConfigured() {
        return new ShippingRefused("No carrier is configured: set redress.easypost.api-key", null);
    }
}
