package io.redress.outside.payment;

import io.redress.outside.wire.Permit;
import java.time.Instant;
import java.util.Optional;
import org.joda.money.Money;

/** Vouchers that the payment provider makes, and takes at its own checkout. */
public interface PromotionCodes {

    /** Whether a voucher of this worth can be made at all. */
    boolean canMake(Money amount);

    /**
     * A permit for the calls that make a voucher, to be had before anything is written down as sent.
     *
     * @throws PaymentProviderUnavailable where the provider gets no call now
     */
    Permit permit();

    /**
     * Makes a voucher that is taken once. Safe to repeat with the same key.
     *
     * @return the provider's id of it
     * @throws PaymentProviderUnavailable where the outcome is not known; ask {@link #find} before making it again
     * @throws RefundRefused where the provider refuses for good
     */
    String make(PromotionOrder order);

    /** The voucher that an earlier attempt of this order made, if any. */
    Optional<String> find(PromotionOrder order);

    /**
     * @param key the key of the remedy, stable over all attempts
     * @param code what the customer types
     * @param expiresAt when it ends
     */
    record PromotionOrder(String key, String caseNumber, String code, Money amount, Instant expiresAt) {}
}
