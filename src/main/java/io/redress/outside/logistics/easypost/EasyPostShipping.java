package io.redress.outside.logistics.easypost;

import com.easypost.model.Pickup;
import com.easypost.model.PickupRate;
import com.easypost.model.Rate;
import com.easypost.model.Shipment;
import io.redress.outside.logistics.LabelRows;
import io.redress.outside.logistics.Shipping;
import io.redress.outside.logistics.ShippingProperties;
import io.redress.outside.logistics.ShippingRefused;
import io.redress.outside.order.Order;
import io.redress.outside.wire.Permit;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Labels and pick-ups bought at EasyPost. */
class EasyPostShipping implements Shipping {

    private static final List<String> OFF = List.of("canceled", "cancelled");

    private final EasyPostCalls easypost;
    private final LabelRows rows;
    private final ShippingProperties properties;
    private final EasyPostRates rates;

    EasyPostShipping(EasyPostCalls easypost, LabelRows rows, ShippingProperties properties) {
        this.easypost = easypost;
        this.rows = rows;
        this.properties = properties;
        this.rates = new EasyPostRates(properties);
    }

    @Override
    public Permit permit() {
        return easypost.permit();
    }

    @Override
    public Label buy(LabelOrder order) {
        String id = rows.shipment(order.reference()).orElseGet(() -> prepare(order));
        Shipment shipment = easypost.ask(client -> client.shipment.retrieve(id));
        if (!isBought(shipment)) {
            shipment = buy(id, rates.choose(shipment));
        }
        return label(order.reference(), shipment);
    }

    /** A shipment costs nothing until it is bought; of two that a crash or a race leaves, one is never bought. */
    private String prepare(LabelOrder order) {
        if (!properties.hasWarehouse()) {
            throw new ShippingRefused(
                    "It is not configured where parcels leave from: set redress.shipping.warehouse.*", null);
        }
        String address = verified(order.customer());
        var request = EasyPostRequests.shipment(
                order,
                address,
                properties.warehouse().address(),
                order.size() == null ? properties.usual() : order.size());
        Shipment made = easypost.ask(client -> client.shipment.create(request));
        return rows.claimShipment(order.reference(), order.caseNumber(), made.getId());
    }

    private String verified(Order.Address address) {
        try {
            return easypost.ask(client -> client.address.createAndVerify(EasyPostRequests.address(address)))
                    .getId();
        } catch (ShippingRefused refused) {
            throw new ShippingRefused("The carrier cannot verify the customer's address; correct it.", refused);
        }
    }

    private Shipment buy(String id, Rate rate) {
        try {
            return easypost.ask(client -> client.shipment.buy(id, rate));
        } catch (ShippingRefused refused) {
            Shipment present = easypost.ask(client -> client.shipment.retrieve(id));
            if (isBought(present)) {
                return present;
            }
            throw refused;
        }
    }

    @Override
    public Optional<Label> find(String reference) {
        return rows.shipment(reference)
                .map(id -> easypost.ask(client -> client.shipment.retrieve(id)))
                .filter(EasyPostShipping::isBought)
                .map(shipment -> label(reference, shipment));
    }

    @Override
    public String pickUp(String reference, Order.Address door, Instant from, Instant to) {
        String id = rows.pickUp(reference).orElseGet(() -> {
            String shipment = rows.shipment(reference).orElseThrow();
            var request = EasyPostRequests.pickUp(reference, shipment, door, from, to);
            return rows.claimPickUp(
                    reference,
                    easypost.ask(client -> client.pickup.create(request)).getId());
        });
        Pickup pickUp = easypost.ask(client -> client.pickup.retrieve(id));
        if (pickUp.getConfirmation() == null) {
            PickupRate rate = cheapest(pickUp);
            pickUp = easypost.ask(client -> client.pickup.buy(id, rate));
        }
        return pickUp.getConfirmation();
    }

    private static PickupRate cheapest(Pickup pickUp) {
        return (pickUp.getPickupRates() == null ? List.<PickupRate>of() : pickUp.getPickupRates())
                .stream()
                        .filter(rate -> rate.getRate() != null)
                        .min(Comparator.comparing(PickupRate::getRate))
                        .orElseThrow(() -> new ShippingRefused("No carrier picks up at this address then.", null));
    }

    @Override
    public void cancelPickUp(String reference) {
        rows.pickUp(reference)
                .filter(id -> !OFF.contains(
                        easypost.ask(client -> client.pickup.retrieve(id)).getStatus()))
                .ifPresent(id -> easypost.ask(client -> client.pickup.cancel(id)));
    }

    @Override
    public LabelRefund refund(String reference) {
        return rows.shipment(reference).map(this::refundOf).orElse(LabelRefund.NONE);
    }

    private LabelRefund refundOf(String id) {
        Shipment shipment = easypost.ask(client -> client.shipment.retrieve(id));
        if (!isBought(shipment)) {
            return LabelRefund.NONE;
        }
        if (shipment.getRefundStatus() == null) {
            try {
                shipment = easypost.ask(client -> client.shipment.refund(id));
            } catch (ShippingRefused usedAlready) {
                return LabelRefund.REJECTED;
            }
        }
        return switch (String.valueOf(shipment.getRefundStatus())) {
            case "refunded" -> LabelRefund.REFUNDED;
            case "rejected", "not_applicable" -> LabelRefund.REJECTED;
            default -> LabelRefund.SUBMITTED;
        };
    }

    private static boolean isBought(Shipment shipment) {
        return shipment.getPostageLabel() != null;
    }

    private static Label label(String reference, Shipment shipment) {
        Rate rate = shipment.getSelectedRate();
        return new Label(
                reference,
                shipment.getId(),
                shipment.getTrackingCode(),
                rate == null ? null : rate.getCarrier(),
                rate == null ? null : rate.getService(),
                rate == null ? null : new BigDecimal(rate.getRate().toString()),
                rate == null ? null : rate.getCurrency(),
                shipment.getPostageLabel().getLabelUrl());
    }
}
