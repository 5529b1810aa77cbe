package io.redress.outside.logistics;

import io.redress.outside.order.Order;
import io.redress.outside.wire.Permit;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * Labels and pick-ups that we buy ourselves, each once for its reference, however often it is asked for. Every method
 * throws {@link CarrierUnavailable} where the outcome is not known; asking again with the same reference is always
 * safe.
 */
public interface Shipping {

    /** A permit for the calls of one piece of work, to be had before anything is written down as sent. */
    Permit permit();

    /**
     * Buys a label at the cheapest rate that the rule allows.
     *
     * @throws ShippingRefused where the address cannot be verified or no carrier offers an allowed rate
     */
    Label buy(LabelOrder order);

    /** The label that was bought for this reference, if any. */
    Optional<Label> find(String reference);

    /**
     * Has the carrier pick up the parcel of a label at the customer's door.
     *
     * @param reference of a label that was bought
     * @return the carrier's confirmation number
     * @throws ShippingRefused where no carrier comes there, or not in that time
     */
    String pickUp(String reference, Order.Address door, Instant from, Instant to);

    /** Calls the pick-up off, if there is one. */
    void cancelPickUp(String reference);

    /** Gives an unused label back, or asks what became of the request. A carrier takes days or weeks to answer. */
    LabelRefund refund(String reference);

    /**
     * What is to be sent, from us to a customer or back.
     *
     * @param reference stable over all attempts
     * @param customer the address at the customer's end, whichever way the parcel goes
     * @param size {@code null} for the usual size
     */
    record LabelOrder(String reference, String caseNumber, Order.Address customer, boolean isReturn, ParcelSize size) {}

    /**
     * @param cost what it costs us, in major units of {@code currency}
     * @param url where the label can be printed from
     */
    record Label(
            String reference,
            String shipmentId,
            String trackingCode,
            String carrier,
            String service,
            BigDecimal cost,
            String currency,
            String url) {}

    enum LabelRefund {
        /** No label was bought, so there is nothing to give back. */
        NONE,
        /** Asked for, not answered yet. */
        SUBMITTED,
        REFUNDED,
        /** The carrier does not pay it back, as of a label that was used. */
        REJECTED
    }
}
