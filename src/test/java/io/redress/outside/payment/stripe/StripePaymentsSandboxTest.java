package io.redress.outside.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.outside.payment.Payment;
import io.redress.outside.payment.PaymentHolder.RefundOrder;
import io.redress.outside.payment.PaymentProvider.CreditOrder;
import io.redress.outside.payment.PaymentProviderUnavailable;
import io.redress.outside.payment.Refund;
import io.redress.outside.payment.RefundRefused;
import io.redress.outside.payment.SubscriptionCharge;
import io.redress.outside.wire.BoundedHttp;
import io.redress.outside.wire.FreshProviders;
import io.redress.sandbox.Sandbox;
import io.redress.sandbox.http.Fault;
import io.redress.sandbox.http.FaultKind;
import io.redress.sandbox.http.Provider;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The adapter against the sandbox, which keeps books as Stripe does. */
class StripePaymentsSandboxTest {

    @TempDir
    static Path folder;

    static Sandbox sandbox;
    static StripePayments payments;

    @BeforeAll
    static void open() {
        sandbox = Sandbox.start(folder, Clock.systemUTC());
        payments = payments(Duration.ofSeconds(10));
    }

    @AfterEach
    void behave() {
        sandbox.faults().clear();
    }

    @AfterAll
    static void close() {
        sandbox.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultKind.class,
            names = {"DOWN", "ERROR_BEFORE", "ERROR_AFTER", "LOST_ANSWER", "RATE_LIMIT"})
    void refundsOnceWhateverHappensToTheFirstAttempt(FaultKind fault) {
        Payment payment =
                payments.payment(StripeStub.held(paymentOf(copyOf("R-1001")))).orElseThrow();
        RefundOrder order = new RefundOrder(
                "key-" + fault, "C-1", StripeStub.held(payment.reference()), null, payment.captured(), List.of());
        sandbox.faults().order(Fault.of(Provider.STRIPE, fault, 1));

        assertThatExceptionOfType(PaymentProviderUnavailable.class)
                .isThrownBy(() -> payments.refund(order))
                .matches(PaymentProviderUnavailable::isWorthRetrying);
        Refund refund = payments.findRefund(order).orElseGet(() -> payments.refund(order));

        assertThat(payments.refund(order).id()).isEqualTo(refund.id());
        assertThat(payments.refundById(refund.id())).isEqualTo(refund);
        assertThat(payments.payment(StripeStub.held(payment.reference()))
                        .orElseThrow()
                        .refunds())
                .containsExactly(refund);
    }

    @Test
    void findsTheRefundOfAnAttemptThatItGaveUpWaitingFor() {
        Payment payment =
                payments.payment(StripeStub.held(paymentOf(copyOf("R-1001")))).orElseThrow();
        RefundOrder order = new RefundOrder(
                "key-drip", "C-1", StripeStub.held(payment.reference()), null, payment.captured(), List.of());
        sandbox.faults().order(Fault.of(Provider.STRIPE, FaultKind.DRIP, 1));

        assertThatExceptionOfType(PaymentProviderUnavailable.class)
                .isThrownBy(() -> payments(Duration.ofSeconds(1)).refund(order));

        assertThat(payments.findRefund(order)).isPresent();
    }

    @Test
    void isRefusedWhatWasPaidBackAlready() {
        Payment payment =
                payments.payment(StripeStub.held(paymentOf(copyOf("R-1001")))).orElseThrow();
        payments.refund(new RefundOrder(
                "all-1", "C-1", StripeStub.held(payment.reference()), payment.charge(), payment.captured(), List.of()));

        assertThatExceptionOfType(RefundRefused.class)
                .isThrownBy(() -> payments.refund(new RefundOrder(
                        "all-2",
                        "C-1",
                        StripeStub.held(payment.reference()),
                        payment.charge(),
                        payment.captured(),
                        List.of())))
                .matches(e -> e.code().equals("charge_already_refunded"));
    }

    @Test
    void seesADisputeWithItsEvidenceDateAndThatItIsOverOnceItIsWon() {
        String reference = paymentOf(copyOf("R-1001"));
        String id = sandbox.stripeDesk().dispute(reference);
        Payment disputed = payments.payment(StripeStub.held(reference)).orElseThrow();

        assertThat(disputed.disputed()).isTrue();
        assertThat(disputed.disputes())
                .containsExactly(payments.disputeById(id))
                .isEqualTo(payments.disputes(reference));
        assertThat(disputed.disputes().get(0).evidenceDueAt())
                .isEqualTo(disputed.disputes().get(0).openedAt().plus(Duration.ofDays(14)));
        assertThatExceptionOfType(RefundRefused.class)
                .isThrownBy(() -> payments.refund(new RefundOrder(
                        "disputed",
                        "C-1",
                        StripeStub.held(reference),
                        disputed.charge(),
                        disputed.captured(),
                        List.of())))
                .matches(e -> e.code().equals("charge_disputed"));

        sandbox.stripeDesk().closeDispute(id, "won");

        assertThat(payments.payment(StripeStub.held(reference)).orElseThrow().disputed())
                .isFalse();
        assertThat(payments.refund(new RefundOrder(
                                "after",
                                "C-1",
                                StripeStub.held(reference),
                                disputed.charge(),
                                disputed.captured(),
                                List.of()))
                        .status())
                .isEqualTo(Refund.Status.SUCCEEDED);
    }

    @Test
    void seesBothSubscriptionsOfWhomWasBilledTwiceAndEndsOne() {
        String customer = copyOf("R-1002").path("customerPaymentReference").asText();

        var charges = payments.subscriptionCharges(customer);
        String surplus = charges.get(1).subscription();
        payments.endSubscription(surplus);
        payments.endSubscription(surplus);

        assertThat(charges).hasSize(12).allMatch(charge -> charge.orderLine().equals("1"));
        assertThat(charges.stream().map(SubscriptionCharge::periodStart).distinct())
                .hasSize(6);
        assertThat(charges).filteredOn(charge -> charge.refunded().isPositive()).hasSize(1);
        assertThat(payments.subscriptionCharges(customer))
                .hasSize(12)
                .allMatch(charge ->
                        charge.subscriptionActive() != charge.subscription().equals(surplus));
    }

    @Test
    void creditsACustomerOnce() {
        String customer = copyOf("R-1001").path("customerPaymentReference").asText();
        CreditOrder order = new CreditOrder("credit-1", "C-1", customer, Money.parse("EUR 5.00"));

        assertThat(payments.findCredit(order)).isEmpty();
        String credit = payments.credit(order);

        assertThat(payments.credit(order)).isEqualTo(credit);
        assertThat(payments.findCredit(order)).contains(credit);
    }

    private static JsonNode copyOf(String number) {
        return sandbox.world().copy(number).orElseThrow();
    }

    private static String paymentOf(JsonNode order) {
        return order.at("/payments/0/reference").asText();
    }

    private static StripePayments payments(Duration deadline) {
        var properties = new StripeProperties(Sandbox.STRIPE_KEY, URI.create(sandbox.stripeUrl()), List.of(), deadline);
        return new StripePayments(new StripeCalls(properties, new BoundedHttp(), FreshProviders.unlimited()));
    }
}
