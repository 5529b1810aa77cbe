package io.redress.outside.payment;

import java.time.Instant;
import org.joda.money.Money;

/**
 * A dispute: a payment that the customer's bank takes back, or asks about, at the customer's wish.
 *
 * @param id the provider's id
 * @param reason the customer's reason in the provider's word, such as {@code product_not_received}
 * @param evidenceDueAt until when the provider takes our evidence, {@code null} where it wants none
 */
public record Dispute(
        String id,
        String paymentReference,
        String charge,
        Money amount,
        String reason,
        State state,
        Instant evidenceDueAt,
        Instant openedAt) {

    /** How it stands, and so who has the money. */
    public enum State {
        /** The bank only asks, and has taken nothing: to give the money back is an answer that ends it. */
        INQUIRY,
        /** The bank has taken the money until it has decided. */
        OPEN,
        /** Decided for us, or an inquiry that came to nothing: the money stayed with us. */
        WON,
        /** Decided for the customer, who has the money. */
        LOST,
        /** Settled by the bank before it began: the customer has the money. */
        PREVENTED,
        /** Ended because we gave the money back ourselves; refunds tell how much. */
        REFUNDED;

        /** Whether something is still to be answered or decided. */
        public boolean isOpen() {
            return this == INQUIRY || this == OPEN;
        }

        /** Whether the bank has given the customer the money, for good. */
        public boolean gaveCustomerTheMoney() {
            return this == LOST || this == PREVENTED;
        }
    }

    /** Whether a refund would, or may yet, pay the customer a second time. */
    public boolean forbidsRefund() {
        return state == State.OPEN || state.gaveCustomerTheMoney();
    }
}
