package io.redress.outside.logistics.easypost;

import io.redress.outside.logistics.Carrier;
import io.redress.outside.logistics.CarrierUnavailable;
import io.redress.outside.logistics.Parcel;
import io.redress.outside.logistics.ParcelSize;
import io.redress.outside.logistics.Shipping;
import io.redress.outside.logistics.Shipping.Label;
import io.redress.outside.logistics.Shipping.LabelOrder;
import io.redress.outside.logistics.Shipping.LabelRefund;
import io.redress.outside.logistics.ShippingRefused;
import io.redress.outside.order.Fulfilment;
import io.redress.outside.order.Order;
import io.redress.outside.order.OrderReference;
import io.redress.outside.order.OrderSource;
import io.redress.outside.order.ShopUnavailable;
import io.redress.outside.wire.Permit;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The warehouse of those who send parcels themselves: a replacement is a label to the address of the order, bought
 * once. What is on the shelf is not known here, so nothing is refused for want of stock.
 */
class EasyPostFulfilment implements Fulfilment {

    private static final Set<Parcel.State> NOT_HANDED_OVER = Set.of(Parcel.State.ANNOUNCED, Parcel.State.UNKNOWN);

    private final OrderSource orders;
    private final Shipping shipping;
    private final Carrier carrier;

    EasyPostFulfilment(OrderSource orders, Shipping shipping, Carrier carrier) {
        this.orders = orders;
        this.shipping = shipping;
        this.carrier = carrier;
    }

    /** The shop is asked for the address. */
    @Override
    public Permit permit() {
        return inTheShopsWords(() -> Permit.both(orders.permit(), shipping::permit));
    }

    @Override
    public Answer order(Replacement replacement) {
        Order order = orders.find(new OrderReference(replacement.orderNumber(), null, null))
                .filter(known -> known.deliveryAddress() != null)
                .orElseThrow(() ->
                        new ShopUnavailable("No address is known for order " + replacement.orderNumber(), false, null));
        LabelOrder label = new LabelOrder(
                replacement.reference(), replacement.caseNumber(), order.deliveryAddress(), false, size(order));
        return answer(inTheShopsWords(() -> shipping.buy(label)));
    }

    @Override
    public Optional<Answer> find(String reference) {
        return inTheShopsWords(() -> shipping.find(reference)).map(EasyPostFulfilment::answer);
    }

    /** A label is given back as long as no carrier has scanned it. */
    @Override
    public boolean cancel(Replacement replacement) {
        String reference = replacement.reference();
        return inTheShopsWords(() -> {
            Optional<Label> label = shipping.find(reference);
            boolean left = label.flatMap(bought -> carrier.track(bought.trackingCode()))
                    .filter(parcel -> !NOT_HANDED_OVER.contains(parcel.state()))
                    .isPresent();
            return !left && shipping.refund(reference) != LabelRefund.REJECTED;
        });
    }

    /** The size of a replacement is that of the order's parcel, where there was only one. */
    private static ParcelSize size(Order order) {
        return order.shipments().size() != 1
                ? null
                : EasyPostRequests.size(order.shipments().get(0).size());
    }

    private static Answer answer(Label label) {
        return new Answer(label.shipmentId(), true, null, label.trackingCode(), label.carrier());
    }

    private static <T> T inTheShopsWords(Supplier<T> call) {
        try {
            return call.get();
        } catch (ShippingRefused refused) {
            throw new ShopUnavailable(refused.getMessage(), false, refused);
        } catch (CarrierUnavailable unavailable) {
            throw new ShopUnavailable(
                    unavailable.getMessage(),
                    unavailable.isWorthRetrying(),
                    unavailable.retryAfter().orElse(null),
                    unavailable);
        }
    }
}
