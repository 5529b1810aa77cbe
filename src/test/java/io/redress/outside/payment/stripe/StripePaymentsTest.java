package io.redress.outside.payment.stripe;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.redress.outside.payment.stripe.StripeStub.charge;
import static io.redress.outside.payment.stripe.StripeStub.dispute;
import static io.redress.outside.payment.stripe.StripeStub.error;
import static io.redress.outside.payment.stripe.StripeStub.intent;
import static io.redress.outside.payment.stripe.StripeStub.list;
import static io.redress.outside.payment.stripe.StripeStub.refund;
import static io.redress.outside.payment.stripe.StripeStub.subscription;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.redress.outside.payment.Dispute;
import io.redress.outside.payment.PaymentHolder.RefundOrder;
import io.redress.outside.payment.PaymentProvider.CreditOrder;
import io.redress.outside.payment.PaymentProvider.PaymentSearch;
import io.redress.outside.payment.PaymentProviderUnavailable;
import io.redress.outside.payment.Refund;
import io.redress.outside.payment.Refund.Status;
import io.redress.outside.wire.FreshProviders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StripePaymentsTest {

    @RegisterExtension
    static final WireMockExtension stripe = WireMockExtension.newInstance().build();

    private StripePayments payments;

    @BeforeEach
    void connect() {
        payments = StripeStub.payments(stripe.getPort(), Duration.ofSeconds(10));
        stripe.stubFor(get(urlPathEqualTo("/v1/disputes")).willReturn(list()));
    }

    @ParameterizedTest
    @CsvSource({"500, true", "429, true", "402, false", "404, false", "409, false"})
    void leavesAloneWhoDoesNotWorkButNotWhoSaysNo(int status, boolean leftAlone) {
        stripe.stubFor(get(urlPathEqualTo("/v1/refunds/re_1")).willReturn(error(status, "any", "No")));
        payments = StripeStub.payments(stripe.getPort(), Duration.ofSeconds(10), FreshProviders.usual());
        for (int i = 0; i < 10; i++) {
            catchThrowable(() -> payments.refundById("re_1"));
        }
        stripe.resetRequests();

        PaymentProviderUnavailable failure =
                catchThrowableOfType(PaymentProviderUnavailable.class, () -> payments.refundById("re_1"));
        assertThat(failure.wasAsked()).isEqualTo(!leftAlone);
        stripe.verify(leftAlone ? 0 : 1, getRequestedFor(urlPathEqualTo("/v1/refunds/re_1")));
        assertThat(catchThrowable(() -> payments.permit(StripeStub.held("pi_1")).close()) != null)
                .isEqualTo(leftAlone);
    }

    @Test
    void countsPendingRefundsAndThoseMadeByHandButNotFailedOnes() {
        stripe.stubFor(get(urlPathEqualTo("/v1/payment_intents/pi_1"))
                .withHeader("Authorization", equalTo("Bearer sk_test_1"))
                .willReturn(okJson(intent("pi_1", charge("ch_1", "pi_1", 10000, 2500, 1780000100)))));
        stripe.stubFor(get(urlPathEqualTo("/v1/refunds"))
                .withQueryParam("payment_intent", equalTo("pi_1"))
                .willReturn(list(
                        refund("re_3", "k3", 4000, "failed", 1780000300),
                        refund("re_2", "k2", 500, "pending", 1780000250),
                        refund("re_1", null, 2500, "succeeded", 1780000200))));

        var payment = payments.payment(StripeStub.held("pi_1")).orElseThrow();

        assertThat(payment.captured()).isEqualTo(Money.parse("EUR 100.00"));
        assertThat(payment.refunded()).isEqualTo(Money.parse("EUR 30.00"));
        assertThat(payment.refundable()).isEqualTo(Money.parse("EUR 70.00"));
        assertThat(payment.charge()).isEqualTo("ch_1");
        assertThat(payment.customerReference()).isEqualTo("cus_1");
        assertThat(payment.paidAt()).isEqualTo(Instant.ofEpochSecond(1780000100));
        assertThat(payment.refunds()).extracting(Refund::id).containsExactly("re_1", "re_2", "re_3");
        assertThat(payment.refunds())
                .extracting(Refund::status)
                .containsExactly(Status.SUCCEEDED, Status.PENDING, Status.FAILED);
    }

    @Test
    void knowsThatNothingWasTakenByAPaymentThatNeverSucceeded() {
        stripe.stubFor(get(urlPathEqualTo("/v1/payment_intents/pi_1")).willReturn(okJson(intent("pi_1", "null"))));
        stripe.stubFor(get(urlPathEqualTo("/v1/refunds")).willReturn(list()));

        assertThat(payments.payment(StripeStub.held("pi_1")).orElseThrow().refundable())
                .isEqualTo(Money.parse("EUR 0.00"));
    }

    /** Of Stripe's states, those in which the money is, or may yet be, with the customer forbid a refund. */
    @ParameterizedTest
    @CsvSource({
        "needs_response, OPEN, true",
        "under_review, OPEN, true",
        "warning_needs_response, INQUIRY, false",
        "warning_under_review, INQUIRY, false",
        "won, WON, false",
        "warning_closed, WON, false",
        "lost, LOST, true",
        "prevented, PREVENTED, true",
        "charge_refunded, REFUNDED, false",
        "something_new, OPEN, true"
    })
    void knowsWhenADisputeForbidsARefund(String status, Dispute.State state, boolean disputed) {
        stripe.stubFor(get(urlPathEqualTo("/v1/payment_intents/pi_1"))
                .willReturn(okJson(intent("pi_1", charge("ch_1", "pi_1", 10000, 0, 1780000100)))));
        stripe.stubFor(get(urlPathEqualTo("/v1/refunds")).willReturn(list()));
        stripe.stubFor(get(urlPathEqualTo("/v1/disputes"))
                .withQueryParam("payment_intent", equalTo("pi_1"))
                .willReturn(list(dispute("dp_1", status))));

        var payment = payments.payment(StripeStub.held("pi_1")).orElseThrow();

        assertThat(payment.disputed()).isEqualTo(disputed);
        assertThat(payment.disputes()).extracting(Dispute::state).containsExactly(state);
        assertThat(payment.disputes().get(0).evidenceDueAt()).isEqualTo(Instant.ofEpochSecond(1781000000));
    }

    @ParameterizedTest
    @CsvSource({
        "pending, , PENDING",
        "requires_action, , PENDING",
        "succeeded, , SUCCEEDED",
        "failed, lost_or_stolen_card, FAILED",
        "canceled, , FAILED"
    })
    void understandsEveryStatusOfARefund(String status, String reason, Status expected) {
        stripe.stubFor(get("/v1/refunds/re_1")
                .willReturn(okJson(refund("re_1", "k1", 100, status, 1780000400)
                        .replace(
                                "\"status\"",
                                reason == null
                                        ? "\"status\""
                                        : "\"failure_reason\": \"" + reason + "\", \"status\""))));

        Refund refund = payments.refundById("re_1");

        assertThat(refund.status()).isEqualTo(expected);
        if (expected == Status.FAILED) {
            assertThat(refund.failureReason()).endsWith("[" + (reason == null ? status : reason) + "]");
        } else {
            assertThat(refund.failureReason()).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pi_2", "..", "pi_1/../../charges", "pi 1", ""})
    void findsNothingByAForeignReference(String reference) {
        stripe.stubFor(get(urlPathEqualTo("/v1/payment_intents/pi_2"))
                .willReturn(error(404, "resource_missing", "No such payment_intent: 'pi_2'")));

        assertThat(payments.payment(StripeStub.held(reference))).isEmpty();
    }

    @Test
    void sendsARefundUnderItsKey() {
        stripe.stubFor(post("/v1/refunds").willReturn(okJson(refund("re_9", "k9", 1234, "pending", 1780000400))));

        Refund refund = payments.refund(new RefundOrder(
                "k9", "C-2026-000123", StripeStub.held("pi_1"), null, Money.parse("EUR 12.34"), List.of()));

        assertThat(refund.id()).isEqualTo("re_9");
        assertThat(refund.status()).isEqualTo(Status.PENDING);
        stripe.verify(postRequestedFor(urlPathEqualTo("/v1/refunds"))
                .withHeader("Idempotency-Key", equalTo("k9"))
                .withFormParam("payment_intent", equalTo("pi_1"))
                .withFormParam("charge", absent())
                .withFormParam("amount", equalTo("1234"))
                .withFormParam("metadata[case_number]", equalTo("C-2026-000123"))
                .withFormParam("metadata[redress_key]", equalTo("k9")));
    }

    @Test
    void refundsTheChargeThatTheOrderNames() {
        stripe.stubFor(post("/v1/refunds").willReturn(okJson(refund("re_9", "k9", 1234, "succeeded", 1780000400))));

        payments.refund(new RefundOrder(
                "k9", "C-2026-000123", StripeStub.held("pi_1"), "ch_1", Money.parse("EUR 12.34"), List.of()));

        stripe.verify(postRequestedFor(urlPathEqualTo("/v1/refunds"))
                .withFormParam("payment_intent", absent())
                .withFormParam("charge", equalTo("ch_1")));
    }

    @Test
    void findsAnEarlierRefundByOurKeyOnTheSecondPage() {
        stripe.stubFor(get(urlPathEqualTo("/v1/refunds"))
                .withQueryParam("charge", equalTo("ch_1"))
                .willReturn(list(true, List.of(refund("re_2", "other", 1234, "succeeded", 1780000500)))));
        stripe.stubFor(get(urlPathEqualTo("/v1/any"))
                .withQueryParam("starting_after", equalTo("re_2"))
                .willReturn(list(refund("re_1", "k9", 1234, "succeeded", 1780000400))));

        var order = new RefundOrder(
                "k9", "C-2026-000123", StripeStub.held("pi_1"), "ch_1", Money.parse("EUR 12.34"), List.of());

        assertThat(payments.findRefund(order)).map(Refund::id).contains("re_1");
        assertThat(payments.findRefund(new RefundOrder(
                        "k8", "C-2026-000123", StripeStub.held("pi_1"), "ch_1", Money.parse("EUR 12.34"), List.of())))
                .isEmpty();
    }

    @Test
    void creditsTheCustomersBalanceBelowZero() {
        stripe.stubFor(post("/v1/customers/cus_1/balance_transactions")
                .willReturn(okJson("{\"id\": \"cbtxn_1\", \"object\": \"customer_balance_transaction\"}")));
        stripe.stubFor(get(urlPathEqualTo("/v1/customers/cus_1/balance_transactions"))
                .willReturn(list("{\"id\": \"cbtxn_1\", \"metadata\": {\"redress_key\": \"k5\"}}")));
        var order = new CreditOrder("k5", "C-2026-000123", "cus_1", Money.parse("JPY 500"));

        assertThat(payments.credit(order)).isEqualTo("cbtxn_1");
        assertThat(payments.findCredit(order)).contains("cbtxn_1");
        stripe.verify(postRequestedFor(urlPathEqualTo("/v1/customers/cus_1/balance_transactions"))
                .withHeader("Idempotency-Key", equalTo("k5"))
                .withFormParam("amount", equalTo("-500"))
                .withFormParam("currency", equalTo("jpy"))
                .withFormParam("metadata[redress_key]", equalTo("k5")));
    }

    @Test
    void endsASubscriptionWithoutAFinalInvoice() {
        stripe.stubFor(get("/v1/subscriptions/sub_1").willReturn(okJson(subscription("sub_1", "active", "1"))));
        stripe.stubFor(delete(urlPathEqualTo("/v1/subscriptions/sub_1"))
                .willReturn(okJson(subscription("sub_1", "canceled", "1"))));

        payments.endSubscription("sub_1");

        stripe.verify(deleteRequestedFor(urlPathEqualTo("/v1/subscriptions/sub_1"))
                .withQueryParam("invoice_now", equalTo("false"))
                .withQueryParam("prorate", equalTo("false")));
    }

    @Test
    void takesAnEndedSubscriptionForASuccessAndAnUnknownOneForAPersonsBusiness() {
        stripe.stubFor(get("/v1/subscriptions/sub_1").willReturn(okJson(subscription("sub_1", "canceled", "1"))));
        stripe.stubFor(get("/v1/subscriptions/sub_2")
                .willReturn(error(404, "resource_missing", "No such subscription: 'sub_2'")));

        payments.endSubscription("sub_1");

        assertThatExceptionOfType(PaymentProviderUnavailable.class)
                .isThrownBy(() -> payments.endSubscription("sub_2"))
                .matches(e -> !e.isWorthRetrying());
    }

    /** Found by order number, customer and card; another order's, another amount and another time are not this order's. */
    @Test
    void findsPaymentsThatMayBeForAnOrder() {
        stripe.stubFor(get(urlPathEqualTo("/v1/charges/search"))
                .withQueryParam("query", containing("metadata[\"order_number\"]:\"R-\\\"1\""))
                .willReturn(list(ofOrder("ch_1", "pi_1", 5_00, "R-\\\"1"))));
        stripe.stubFor(get(urlPathEqualTo("/v1/charges/search"))
                .withQueryParam("query", containing("fingerprint:\"card\""))
                .willReturn(list(charge("ch_2", "pi_2", 100_00, 0, 1780000100))));
        stripe.stubFor(get(urlPathEqualTo("/v1/charges"))
                .withQueryParam("customer", equalTo("cus_1"))
                .willReturn(list(
                        charge("ch_2", "pi_2", 100_00, 0, 1780000100),
                        charge("ch_3", "pi_3", 99_00, 0, 1780000100),
                        charge("ch_4", "pi_4", 100_00, 0, 1680000100),
                        ofOrder("ch_5", "pi_5", 100_00, "R-2"))));
        for (String id : List.of("1", "2")) {
            stripe.stubFor(get(urlPathEqualTo("/v1/payment_intents/pi_" + id))
                    .willReturn(okJson(intent("pi_" + id, charge("ch_" + id, "pi_" + id, 100_00, 0, 1780000100)))));
        }
        stripe.stubFor(get(urlPathEqualTo("/v1/refunds")).willReturn(list()));

        var found = payments.search(new PaymentSearch(
                "R-\"1",
                "cus_1",
                List.of("card"),
                List.of(Money.parse("EUR 100.00")),
                Instant.ofEpochSecond(1780000000),
                Instant.ofEpochSecond(1780001000)));

        assertThat(found)
                .extracting(one -> one.payment().reference() + " " + one.namesOrder())
                .containsExactly("pi_1 true", "pi_2 false");
    }

    private static String ofOrder(String id, String intent, long amount, String order) {
        return charge(id, intent, amount, 0, 1780000100)
                .replaceFirst("\\{", "{\"metadata\": {\"order_number\": \"" + order.replace("\\", "\\\\") + "\"},");
    }
}
