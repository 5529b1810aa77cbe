package io.redress.outside.payment.stripe;

import com.stripe.exception.AuthenticationException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.PermissionException;
import com.stripe.param.CustomerBalanceTransactionCreateParams;
import com.stripe.param.DisputeListParams;
import com.stripe.param.InvoiceListParams;
import com.stripe.param.InvoicePaymentListParams;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.RefundCreateParams;
import io.redress.core.startup.InvalidSetting;
import io.redress.outside.payment.PaymentProviderUnavailable;
import io.redress.outside.payment.stripe.StripeCalls.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The check at start that our key may do what Redress does with it, so that a restricted key with too few permissions
 * is noticed at once, and not by the first customer. Reading is tried with lists of one, writing with objects that
 * cannot exist: Stripe checks the permission before it looks for the object.
 *
 * <p>Without a permission that every refund needs the application does not start. Without the others fewer steps are
 * automatic, which is only logged. That Stripe cannot be reached is no reason not to start: cases, clocks and people do
 * not wait for it.
 */
class StripeRights {

    private static final Logger LOG = LoggerFactory.getLogger(StripeRights.class);
    private static final long ONE = 1;

    /** The names are those of Stripe's dashboard, where a restricted key is made. */
    private static final List<Right> RIGHTS = List.of(
            new Right("Payment Intents: Read", true, "no payment is found", stripe -> stripe.paymentIntents()
                    .list(PaymentIntentListParams.builder().setLimit(ONE).build())),
            new Right("Charges and Refunds: Write", true, "nothing is refunded", stripe -> stripe.refunds()
                    .create(RefundCreateParams.builder()
                            .setCharge("ch_redress_start_check")
                            .build())),
            new Right("Disputes: Read", true, "a disputed payment would be refunded", stripe -> stripe.disputes()
                    .list(DisputeListParams.builder().setLimit(ONE).build())),
            new Right("Invoices: Read", false, "double charges of subscriptions are not found", stripe -> {
                stripe.invoices().list(InvoiceListParams.builder().setLimit(ONE).build());
                return stripe.invoicePayments()
                        .list(InvoicePaymentListParams.builder().setLimit(ONE).build());
            }),
            new Right(
                    "Subscriptions: Write",
                    false,
                    "surplus subscriptions are not ended",
                    stripe -> stripe.subscriptions().cancel("sub_redress_start_check")),
            new Right("Customers: Write", false, "goodwill is not credited", stripe -> stripe.customers()
                    .balanceTransactions()
                    .create(
                            "cus_redress_start_check",
                            CustomerBalanceTransactionCreateParams.builder()
                                    .setAmount(-1L)
                                    .setCurrency("eur")
                                    .build())),
            new Right("Coupons: Write", false, "no vouchers are made", stripe -> stripe.coupons()
                    .update("redress_start_check")),
            new Right("Promotion Codes: Write", false, "no vouchers are made", stripe -> stripe.promotionCodes()
                    .update("promo_redress_start_check")));

    private final StripeCalls calls;

    StripeRights(StripeCalls calls) {
        this.calls = calls;
    }

    /**
     * @param permission as Stripe's dashboard names it
     * @param needed whether no refund at all is possible without it
     * @param without what is not done without it
     */
    private record Right(String permission, boolean needed, String without, Call<Object> probe) {

        String missing() {
            return "%s (else %s)".formatted(permission, without);
        }
    }

    /** @throws InvalidSetting where the key is not accepted, or lacks a right that every refund needs */
    void check() {
        List<Right> missing = new ArrayList<>();
        try {
            for (Right right : RIGHTS) {
                if (!isGiven(right)) {
                    missing.add(right);
                }
            }
        } catch (PaymentProviderUnavailable unavailable) {
            refuseUnknownKey(unavailable);
            LOG.warn("The rights of our key at Stripe could not be checked: {}", unavailable.getMessage());
        }
        if (missing.isEmpty()) {
            return;
        }
        String all = missing.stream().map(Right::missing).collect(Collectors.joining(", "));
        if (missing.stream().anyMatch(Right::needed)) {
            throw new InvalidSetting(
                    "the Stripe key in redress.stripe.api-key lacks rights: " + all,
                    "give them to the restricted key in Stripe's dashboard, or set another key");
        }
        LOG.warn("The Stripe key in redress.stripe.api-key lacks rights that some cases need: {}", all);
    }

    private boolean isGiven(Right right) {
        return calls.ask(stripe -> {
            try {
                right.probe().with(stripe);
                return true;
            } catch (PermissionException refused) {
                return false;
            } catch (InvalidRequestException nothingByThatId) {
                return true;
            }
        });
    }

    private static void refuseUnknownKey(PaymentProviderUnavailable unavailable) {
        if (unavailable.getCause() instanceof AuthenticationException) {
            throw new InvalidSetting(
                    "Stripe does not know the key in redress.stripe.api-key",
                    "set REDRESS_STRIPE_API_KEY to a secret or restricted key of your account");
        }
    }
}
