package io.redress.outside.payment.stripe;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.redress.outside.payment.stripe.StripeStub.charge;
import static io.redress.outside.payment.stripe.StripeStub.error;
import static io.redress.outside.payment.stripe.StripeStub.invoice;
import static io.redress.outside.payment.stripe.StripeStub.invoicePayment;
import static io.redress.outside.payment.stripe.StripeStub.list;
import static io.redress.outside.payment.stripe.StripeStub.subscription;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.redress.outside.payment.SubscriptionCharge;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StripeSubscriptionsTest {

    private static final long MAY = 1777593600;

    @RegisterExtension
    static final WireMockExtension stripe = WireMockExtension.newInstance().build();

    private StripePayments payments;

    @BeforeEach
    void billTwiceInMay() {
        payments = StripeStub.payments(stripe.getPort(), Duration.ofSeconds(10));
        stripe.stubFor(get(urlPathEqualTo("/v1/subscriptions"))
                .withQueryParam("customer", equalTo("cus_1"))
                .withQueryParam("status", equalTo("all"))
                .willReturn(list(subscription("sub_1", "active", "1"), subscription("sub_2", "canceled", "1"))));
        stripe.stubFor(get(urlPathEqualTo("/v1/charges"))
                .withQueryParam("customer", equalTo("cus_1"))
                .willReturn(list(true, List.of(charge("ch_2", "pi_2", 1499, 1499, MAY + 700)))));
        stripe.stubFor(get(urlPathEqualTo("/v1/any"))
                .withQueryParam("starting_after", equalTo("ch_2"))
                .willReturn(list(
                        charge("ch_1", "pi_1", 1499, 0, MAY + 100),
                        charge("ch_9", "pi_9", 500, 0, MAY),
                        charge("ch_8", "pi_8", 1499, 0, MAY).replace("succeeded", "failed"))));
        stripe.stubFor(get(urlPathEqualTo("/v1/invoice_payments"))
                .withQueryParam("invoice", equalTo("in_1"))
                .willReturn(list(invoicePayment("pi_1", "paid"), invoicePayment("pi_8", "paid"))));
        stripe.stubFor(get(urlPathEqualTo("/v1/invoices"))
                .withQueryParam("customer", equalTo("cus_1"))
                .willReturn(list(
                        invoice("in_2", "sub_2", MAY, payments(invoicePayment("pi_2", "paid"))),
                        invoice("in_1", "sub_1", MAY, "null"),
                        invoice("in_0", "sub_1", MAY, payments(invoicePayment("pi_9", "open"))))));
    }

    @Test
    void joinsSubscriptionsInvoicesAndChargesOfAllPages() {
        List<SubscriptionCharge> charges = payments.subscriptionCharges("cus_1");

        assertThat(charges)
                .extracting(
                        SubscriptionCharge::charge,
                        SubscriptionCharge::paymentReference,
                        SubscriptionCharge::subscription,
                        SubscriptionCharge::amount,
                        SubscriptionCharge::refunded,
                        SubscriptionCharge::subscriptionActive)
                .containsExactly(
                        tuple("ch_1", "pi_1", "sub_1", Money.parse("EUR 14.99"), Money.parse("EUR 0.00"), true),
                        tuple("ch_2", "pi_2", "sub_2", Money.parse("EUR 14.99"), Money.parse("EUR 14.99"), false));
    }

    @Test
    void namesOrderAndTheBillingPeriodThatWasPaidFor() {
        assertThat(payments.subscriptionCharges("cus_1"))
                .extracting(
                        SubscriptionCharge::orderNumber, SubscriptionCharge::orderLine, SubscriptionCharge::periodStart)
                .containsOnly(tuple("R-1", "1", Instant.ofEpochSecond(MAY)));
    }

    @Test
    void findsNothingOfAnUnknownCustomer() {
        stripe.stubFor(get(urlPathEqualTo("/v1/subscriptions"))
                .withQueryParam("customer", equalTo("cus_2"))
                .willReturn(error(400, "resource_missing", "No such customer: 'cus_2'")));

        assertThat(payments.subscriptionCharges("cus_2")).isEmpty();
    }

    private static String payments(String payment) {
        return "{\"object\": \"list\", \"has_more\": false, \"data\": [%s]}".formatted(payment);
    }
}
