package io.redress.payment;

import java.time.Instant;
import org.joda.money.Money;

/**
 * A payment that the customer's bank takes back, or asks about, at the customer's wish.
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

    /** Who has the money, as far as is known. */
    public enum State {
        /** Not decided yet; an inquiry that may become a dispute counts too. */
        OPEN,
        /** The money stayed with us. */
        WON,
        /** The customer has the money already. */
        LOST
    }

    /** Whether a refund would, or may yet, pay the customer a second time. */
    public boolean forbidsRefund() {
        return state != State.WON;
    }
}
