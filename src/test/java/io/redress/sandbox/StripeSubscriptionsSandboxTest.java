package io.redress.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.param.ChargeListParams;
import com.stripe.param.InvoiceListParams;
import com.stripe.param.InvoicePaymentListParams;
import com.stripe.param.SubscriptionListParams;
import java.nio.file.Path;
import java.util.HashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Subscriptions, their invoices and what was charged for them, seen by stripe-java. */
class StripeSubscriptionsSandboxTest {

    @TempDir
    static Path folder;

    static Sandbox sandbox;
    static StripeClient stripe;

    @BeforeAll
    static void open() {
        sandbox = Sandbox.start(folder, new SandboxClock(folder.resolve("clock")));
        stripe = StripeClient.builder()
                .setApiKey(Sandbox.STRIPE_KEY)
                .setApiBase(sandbox.stripeUrl())
                .build();
    }

    @AfterAll
    static void close() {
        sandbox.close();
    }

    @Test
    void sixMonthsBilledTwiceAreSixPairsOfWhichOneWasPaidBackByHand() throws StripeException {
        var order = copy("R-1002");
        var customer = order.path("customerPaymentReference").asText();
        var subscriptions = stripe.v1()
                .subscriptions()
                .list(SubscriptionListParams.builder().setCustomer(customer).build())
                .getData();
        assertThat(subscriptions).hasSize(2).allSatisfy(subscription -> assertThat(subscription.getMetadata())
                .containsEntry("order_number", order.path("number").asText())
                .containsEntry("order_line", "1"));

        var charges = stripe.v1()
                .charges()
                .list(ChargeListParams.builder()
                        .setCustomer(customer)
                        .setLimit(100L)
                        .build())
                .getData();
        assertThat(charges).hasSize(12);
        assertThat(charges).filteredOn(charge -> charge.getRefunded()).hasSize(1);

        var periods = new HashMap<String, Integer>();
        for (var invoice : stripe.v1()
                .invoices()
                .list(InvoiceListParams.builder()
                        .setCustomer(customer)
                        .setLimit(7L)
                        .build())
                .autoPagingIterable()) {
            var paid = stripe.v1()
                    .invoicePayments()
                    .list(InvoicePaymentListParams.builder()
                            .setInvoice(invoice.getId())
                            .build())
                    .getData();
            assertThat(paid).hasSize(1);
            assertThat(charges).anyMatch(charge -> charge.getPaymentIntent()
                    .equals(paid.get(0).getPayment().getPaymentIntent()));
            assertThat(subscriptions).anyMatch(subscription -> subscription
                    .getId()
                    .equals(invoice.getParent().getSubscriptionDetails().getSubscription()));
            periods.merge(invoice.getLines().getData().get(0).getPeriod().toJson(), 1, Integer::sum);
        }
        assertThat(periods).hasSize(6).values().allMatch(count -> count == 2);
    }

    @Test
    void anInvoicePaymentIsFoundByItsPaymentIntent() throws StripeException {
        var payment = paymentOf(copy("R-1009"));
        var found = stripe.v1()
                .invoicePayments()
                .list(InvoicePaymentListParams.builder()
                        .setPayment(InvoicePaymentListParams.Payment.builder()
                                .setType(InvoicePaymentListParams.Payment.Type.PAYMENT_INTENT)
                                .setPaymentIntent(payment)
                                .build())
                        .build())
                .getData();
        assertThat(found).hasSize(1);
    }

    @Test
    void endsASubscriptionOnce() throws StripeException {
        var customer = copy("R-1002").path("customerPaymentReference").asText();
        var mine = SubscriptionListParams.builder().setCustomer(customer).build();
        var ended = stripe.v1().subscriptions().list(mine).getData().get(0).getId();
        assertThat(stripe.v1().subscriptions().cancel(ended).getStatus()).isEqualTo("canceled");
        assertThat(stripe.v1().subscriptions().list(mine).getData()).hasSize(1);
        assertThat(code(() -> stripe.v1().subscriptions().cancel(ended))).isEqualTo("resource_missing");
    }

    private static JsonNode copy(String like) {
        return sandbox.world().copy(like).orElseThrow();
    }

    private static String paymentOf(JsonNode order) {
        return order.at("/payments/0/reference").asText();
    }

    private static String code(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(StripeException.class, call).getCode();
    }
}
