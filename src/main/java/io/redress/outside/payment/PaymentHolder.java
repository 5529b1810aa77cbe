package io.redress.outside.payment;

import io.redress.outside.wire.Permit;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/** A holder of payments: it can be asked about them, and gives them back. */
public interface PaymentHolder {

    /**
     * Whether payments that an order lists with this provider can be asked about and given back here; what is held by
     * others is given back by hand.
     *
     * @param provider the shop's word, in any case; {@code null} for a payment that no order lists
     */
    boolean holds(String provider);

    /**
     * A permit for the calls by which a payment is given back, to be had before anything is written down as sent.
     *
     * @throws PaymentProviderUnavailable where the provider gets no call now
     */
    Permit permit(HeldPayment payment);

    /**
     * A payment with every refund of it.
     *
     * @return empty where no such payment is known, or nobody holds it who is configured
     * @throws PaymentProviderUnavailable where the provider cannot be asked now, or none is configured
     * @throws AnswerDoubtful where what it says cannot be believed
     */
    Optional<Payment> payment(HeldPayment payment);

    /**
     * Gives money back. The provider is asked with the order's key, by which {@link #findRefund} finds the refund
     * again.
     *
     * @throws PaymentProviderUnavailable where the outcome is not known; ask {@link #findRefund} before sending again
     * @throws AnswerDoubtful where what it says cannot be believed, so that the outcome is not known either
     * @throws RefundRefused where the provider refuses for good
     */
    Refund refund(RefundOrder order);

    /**
     * The refund that an earlier attempt of this order made, if any; found by our key also after the provider forgot
     * it.
     *
     * @throws PaymentProviderUnavailable where the provider cannot be asked now
     * @throws AnswerDoubtful where what it says cannot be believed
     */
    Optional<Refund> findRefund(RefundOrder order);

    /**
     * @param key the key of the remedy, stable over all attempts
     * @param charge the charge to refund; {@code null} means the payment's own
     * @param shares what of the amount is for which article, as far as it is for articles
     */
    record RefundOrder(
            String key, String caseNumber, HeldPayment payment, String charge, Money amount, List<Share> shares) {}

    /**
     * An article's share of a refund.
     *
     * @param line the line of the order, {@code null} where only the article is known
     * @param quantity 0 where another refund of the same case names the pieces already
     * @param amount more than nothing
     */
    record Share(Integer line, String sku, int quantity, Money amount) {}
}
