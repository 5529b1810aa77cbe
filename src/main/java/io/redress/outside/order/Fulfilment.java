package io.redress.outside.order;

import io.redress.outside.wire.Permit;
import java.util.List;
import java.util.Optional;

/** The warehouse: a replacement is an order of price zero, sent to the address of the original order. */
public interface Fulfilment {

    /**
     * A permit for the calls that order a replacement, to be had before anything is written down as sent.
     *
     * @throws ShopUnavailable where the warehouse gets no call now
     */
    Permit permit();

    /**
     * Orders a replacement. Safe to repeat with the same reference.
     *
     * @throws ShopUnavailable where the outcome is not known; ask {@link #find} before ordering again
     */
    Answer order(Replacement replacement);

    /** The answer to an earlier order with this reference, if the warehouse ever received it. */
    Optional<Answer> find(String reference);

    /** The same, for a warehouse that finds a replacement sooner by the order it stands for. */
    default Optional<Answer> find(Replacement replacement) {
        return find(replacement.reference());
    }

    /**
     * Stops an order that is not packed yet. Safe to repeat; true also where the warehouse never received the order.
     *
     * @return {@code false} where it is too late, or cannot be done
     * @throws ShopUnavailable where it is not known whether it was stopped
     */
    default boolean cancel(Replacement replacement) {
        return false;
    }

    /**
     * @param reference the key of the remedy, stable over all attempts
     * @param gift something on top, {@code null} for nothing; where there is none in stock the rest is sent without it
     */
    record Replacement(
            String reference, String caseNumber, String orderNumber, List<Order.Item> items, Order.Item gift) {

        public Replacement(String reference, String caseNumber, String orderNumber, List<Order.Item> items) {
            this(reference, caseNumber, orderNumber, items, null);
        }
    }

    /**
     * What the warehouse said.
     *
     * @param id the warehouse's own number of the order
     * @param accepted whether stock was reserved
     * @param reason why not, {@code null} where accepted
     * @param trackingCode the parcel's, {@code null} until it is packed
     * @param giftIncluded whether the gift that was asked for is in the parcel
     */
    record Answer(
            String id, boolean accepted, String reason, String trackingCode, String carrier, boolean giftIncluded) {

        public Answer(String id, boolean accepted, String reason, String trackingCode, String carrier) {
            this(id, accepted, reason, trackingCode, carrier, false);
        }
    }
}
