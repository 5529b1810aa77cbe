package io.redress.outside.payment.stripe;

import com.stripe.exception.StripeException;
import com.stripe.net.RequestOptions;
import com.stripe.param.CustomerBalanceTransactionCreateParams;
import com.stripe.param.RefundCreateParams;
import io.redress.outside.payment.PaymentHolder.RefundOrder;
import io.redress.outside.payment.PaymentProvider.CreditOrder;
import io.redress.outside.payment.RefundRefused;
import java.util.Optional;
import org.joda.money.Money;

/** The orders to Stripe that move money, each carried out only once. */
final class StripeOrders {

    private static final int MOST_KEYS = 5;

    /** Sends an order under an idempotency key. */
    @FunctionalInterface
    interface Sending<T> {
        T with(RequestOptions options) throws StripeException;
    }

    /** Looks for what an earlier attempt made. */
    @FunctionalInterface
    interface Finding<T> {
        Optional<T> get() throws StripeException;
    }

    private StripeOrders() {}

    /**
     * Sends an order under its key. Stripe repeats a failure of its own for as long as it remembers the key, so an
     * order that met one could never be carried out: where Stripe says that it only repeated, and no trace of the order
     * is found there, the order goes out under the next key of its own row of keys.
     */
    static <T> T once(String key, Sending<T> sending, Finding<T> finding) throws StripeException {
        for (int attempt = 1; ; attempt++) {
            try {
                return sending.with(options(attempt == 1 ? key : key + "/" + attempt));
            } catch (ReplayedFailure failure) {
                Optional<T> earlier = finding.get();
                if (earlier.isPresent()) {
                    return earlier.get();
                }
                if (attempt == MOST_KEYS) {
                    throw failure;
                }
            }
        }
    }

    static RefundCreateParams refund(RefundOrder order) {
        RefundCreateParams.Builder params = RefundCreateParams.builder()
                .setAmount(amount(order.amount()))
                .setReason(RefundCreateParams.Reason.REQUESTED_BY_CUSTOMER)
                .putMetadata(StripeMapping.CASE_NUMBER, order.caseNumber())
                .putMetadata(StripeMapping.KEY, order.key());
        return (order.charge() == null
                        ? params.setPaymentIntent(order.payment().reference())
                        : params.setCharge(order.charge()))
                .build();
    }

    /** A balance below zero is what Stripe calls money that we owe the customer. */
    static CustomerBalanceTransactionCreateParams credit(CreditOrder order) {
        return CustomerBalanceTransactionCreateParams.builder()
                .setAmount(-amount(order.amount()))
                .setCurrency(StripeAmounts.currencyOf(order.amount()))
                .setDescription("Goodwill, " + order.caseNumber())
                .putMetadata(StripeMapping.CASE_NUMBER, order.caseNumber())
                .putMetadata(StripeMapping.KEY, order.key())
                .build();
    }

    private static long amount(Money money) {
        try {
            return StripeAmounts.toStripe(money);
        } catch (IllegalArgumentException e) {
            throw new RefundRefused("amount_not_representable", e.getMessage());
        }
    }

    private static RequestOptions options(String key) {
        return RequestOptions.builder().setIdempotencyKey(key).build();
    }
}
