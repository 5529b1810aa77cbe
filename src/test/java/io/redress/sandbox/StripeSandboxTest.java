package io.redress.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.stripe.StripeClient;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Refund;
import com.stripe.net.RequestOptions;
import com.stripe.param.CustomerBalanceTransactionCreateParams;
import com.stripe.param.CustomerSearchParams;
import com.stripe.param.PaymentIntentRetrieveParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** stripe-java itself against the sandbox. */
class StripeSandboxTest {

    @TempDir
    static Path folder;

    static SandboxClock clock;
    static Sandbox sandbox;
    static StripeClient stripe;

    @BeforeAll
    static void open() {
        clock = new SandboxClock(folder.resolve("clock"));
        sandbox = Sandbox.start(folder, clock);
        stripe = StripeClient.builder()
                .setApiKey(Sandbox.STRIPE_KEY)
                .setApiBase(sandbox.stripeUrl())
                .setMaxNetworkRetries(0)
                .build();
    }

    @AfterAll
    static void close() {
        sandbox.close();
    }

    @Test
    void refundsInPartsUntilNothingIsLeft() throws StripeException {
        var payment = paymentOf(copy("R-1001"));
        var first = refund(payment, 1_000L, "one");
        assertThat(first.getStatus()).isEqualTo("succeeded");
        assertThat(first.getMetadata()).containsEntry("caseNumber", "C-1");
        refund(payment, 9_970L, "two");

        var charge = stripe.v1()
                .paymentIntents()
                .retrieve(
                        payment,
                        PaymentIntentRetrieveParams.builder()
                                .addExpand("latest_charge")
                                .build())
                .getLatestChargeObject();
        assertThat(charge.getRefunded()).isTrue();
        assertThat(charge.getAmountRefunded()).isEqualTo(10_970L);
        assertThat(code(() -> refund(payment, 1L, "three"))).isEqualTo("charge_already_refunded");
        assertThat(stripe.v1()
                        .refunds()
                        .list(RefundListParams.builder()
                                .setPaymentIntent(payment)
                                .build())
                        .getData())
                .hasSize(2);
    }

    @Test
    void refusesMoreThanIsLeftUnknownPaymentsAndUnknownParameters() {
        var payment = paymentOf(copy("R-1001"));
        var tooMuch = catchThrowableOfType(InvalidRequestException.class, () -> refund(payment, 10_971L, "x"));
        assertThat(tooMuch.getParam()).isEqualTo("amount");
        assertThat(tooMuch).hasMessageContaining("greater than unrefunded amount");
        assertThat(code(() -> refund("pi_nothing", 1L, "y"))).isEqualTo("resource_missing");
        assertThat(code(() -> stripe.v1()
                        .refunds()
                        .create(RefundCreateParams.builder()
                                .setPaymentIntent(payment)
                                .putExtraParam("colour", "red")
                                .build())))
                .isEqualTo("parameter_unknown");
    }

    @Test
    void aKeyReplaysForADayAndOnlyForTheSameParameters() throws StripeException {
        var payment = paymentOf(copy("R-1001"));
        var key = UUID.randomUUID().toString();
        var first = refund(payment, 500L, key);
        assertThat(refund(payment, 500L, key).getId()).isEqualTo(first.getId());
        assertThat(catchThrowableOfType(IdempotencyException.class, () -> refund(payment, 600L, key))
                        .getStatusCode())
                .isEqualTo(400);
        clock.advance(Duration.ofHours(25));
        assertThat(refund(payment, 500L, key).getId()).isNotEqualTo(first.getId());
    }

    @Test
    void theFailingCardSucceedsFirstAndFailsAfterwards() throws StripeException {
        var payment = paymentOf(copy("R-1005"));
        var refund = refund(payment, null, "doomed");
        assertThat(refund.getStatus()).isEqualTo("succeeded");
        clock.advance(Duration.ofMinutes(1));
        var later = stripe.v1().refunds().retrieve(refund.getId());
        assertThat(later.getStatus()).isEqualTo("failed");
        assertThat(later.getFailureReason()).isEqualTo("expired_or_canceled_card");
        assertThat(stripe.v1().charges().retrieve(later.getCharge()).getAmountRefunded())
                .isZero();
    }

    @Test
    void findsACustomerByAddressAndCreditsTheBalance() throws StripeException {
        var email = copy("R-1001").at("/customer/email").asText();
        var customer = stripe.v1()
                .customers()
                .search(CustomerSearchParams.builder()
                        .setQuery("email:'" + email + "'")
                        .build())
                .getData()
                .get(0);
        var entry = stripe.v1()
                .customers()
                .balanceTransactions()
                .create(
                        customer.getId(),
                        CustomerBalanceTransactionCreateParams.builder()
                                .setAmount(-500L)
                                .setCurrency("eur")
                                .build());
        assertThat(entry.getEndingBalance()).isEqualTo(-500L);
        assertThat(stripe.v1().customers().retrieve(customer.getId()).getBalance())
                .isEqualTo(-500L);
    }

    @Test
    void anotherKeyOpensNothing() {
        var thief = StripeClient.builder()
                .setApiKey("sk_test_other")
                .setApiBase(sandbox.stripeUrl())
                .build();
        assertThat(catchThrowableOfType(
                                StripeException.class,
                                () -> thief.v1().charges().list())
                        .getStatusCode())
                .isEqualTo(401);
    }

    private static JsonNode copy(String like) {
        return sandbox.world().copy(like).orElseThrow();
    }

    private static String paymentOf(JsonNode order) {
        return order.at("/payments/0/reference").asText();
    }

    private static Refund refund(String payment, Long amount, String key) throws StripeException {
        return stripe.v1()
                .refunds()
                .create(
                        RefundCreateParams.builder()
                                .setPaymentIntent(payment)
                                .setAmount(amount)
                                .putMetadata("caseNumber", "C-1")
                                .build(),
                        RequestOptions.builder()
                                .setIdempotencyKey(payment + key)
                                .build());
    }

    private static String code(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(StripeException.class, call).getCode();
    }
}
