package io.redress.outside.payment.stripe;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.exactly;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.redress.outside.payment.stripe.StripeStub.error;
import static io.redress.outside.payment.stripe.StripeStub.list;
import static io.redress.outside.payment.stripe.StripeStub.refund;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.redress.outside.payment.PaymentHolder.RefundOrder;
import io.redress.outside.payment.PaymentProviderUnavailable;
import io.redress.outside.payment.Refund;
import io.redress.outside.payment.RefundRefused;
import io.redress.outside.wire.BadPeer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StripeFaultsTest {

    private static final Duration LONG = Duration.ofSeconds(10);
    private static final RefundOrder ORDER =
            new RefundOrder("k9", "C-2026-000123", StripeStub.held("pi_1"), null, Money.parse("EUR 12.34"), List.of());

    @RegisterExtension
    static final WireMockExtension stripe = WireMockExtension.newInstance().build();

    @ParameterizedTest
    @EnumSource
    void leavesTheOutcomeOpenInTimeAndAsksOnce(BadPeer peer) {
        stripe.stubFor(post("/v1/refunds").willReturn(peer.answering(refund("re_9", "k9", 1234, "succeeded", 1))));

        var failure = assertTimeoutPreemptively(
                Duration.ofSeconds(8),
                () -> catchThrowableOfType(PaymentProviderUnavailable.class, () -> payments(Duration.ofMillis(300))
                        .refund(ORDER)));

        assertThat(failure).matches(PaymentProviderUnavailable::isWorthRetrying);
        stripe.verify(exactly(1), postRequestedFor(urlPathEqualTo("/v1/refunds")));
    }

    @Test
    void countsAllPagesOfAListAgainstOneDeadline() {
        stripe.stubFor(any(anyUrl())
                .willReturn(list(true, java.util.List.of(refund("re_2", "other", 1, "succeeded", 1)))
                        .withFixedDelay(20)));

        assertTimeoutPreemptively(
                Duration.ofSeconds(8), () -> assertThatExceptionOfType(PaymentProviderUnavailable.class)
                        .isThrownBy(() -> payments(Duration.ofMillis(300)).findRefund(ORDER))
                        .matches(PaymentProviderUnavailable::isWorthRetrying));
    }

    @Test
    void leavesTheOutcomeOpenWhereNobodyListens() {
        assertThatExceptionOfType(PaymentProviderUnavailable.class)
                .isThrownBy(() -> StripeStub.payments(1, LONG).refund(ORDER))
                .matches(PaymentProviderUnavailable::isWorthRetrying);
    }

    @ParameterizedTest
    @CsvSource({
        "400, charge_already_refunded, The payment was given back in full already.",
        "400, charge_disputed, bank has opened a dispute",
        "400, balance_insufficient, Our own balance at the payment provider",
        "404, resource_missing, The payment provider does not know the payment.",
        "402, card_declined, bank refused to take the money back",
        "400, a_new_code, What Stripe says itself"
    })
    void saysInPlainWordsAndWithStripesCodeWhyItRefusesForGood(int status, String code, String words) {
        assertThatExceptionOfType(RefundRefused.class)
                .isThrownBy(() -> refundAnswered(error(status, code, "What Stripe says itself")))
                .withMessageContaining(words)
                .withMessageEndingWith("[" + code + "]")
                .matches(e -> e.code().equals(code));
    }

    @Test
    void refusesWithoutAskingWhatStripeCannotMove() {
        assertThatExceptionOfType(RefundRefused.class)
                .isThrownBy(() -> payments(LONG)
                        .refund(new RefundOrder(
                                "k1",
                                "C-2026-000123",
                                StripeStub.held("pi_1"),
                                null,
                                Money.parse("KWD 1.001"),
                                List.of())))
                .matches(e -> e.code().equals("amount_not_representable"));
        stripe.verify(exactly(0), postRequestedFor(urlPathEqualTo("/v1/refunds")));
    }

    @ParameterizedTest
    @CsvSource({
        "401, api_key_expired, false",
        "403, insufficient_permissions, false",
        "409, idempotency_key_in_use, true"
    })
    void knowsWhenALaterAttemptCanHelp(int status, String code, boolean worthRetrying) {
        assertThatExceptionOfType(PaymentProviderUnavailable.class)
                .isThrownBy(() -> refundAnswered(error(status, code, "No")))
                .matches(e -> e.isWorthRetrying() == worthRetrying);
    }

    @Test
    void tellsHowLongStripeAsksUsToWait() {
        var busy = error(429, "lock_timeout", "This object cannot be accessed right now")
                .withHeader("Retry-After", "7");

        assertThatExceptionOfType(PaymentProviderUnavailable.class)
                .isThrownBy(() -> refundAnswered(busy))
                .matches(PaymentProviderUnavailable::isWorthRetrying)
                .matches(e -> e.retryAfter().equals(Optional.of(Duration.ofSeconds(7))));
    }

    @Test
    void doesNotTakeAForeignUseOfTheKeyForARefusal() {
        var answer =
                okJson("{\"error\": {\"type\": \"idempotency_error\", \"message\": \"Keys can only be used once\"}}");

        assertThatExceptionOfType(PaymentProviderUnavailable.class)
                .isThrownBy(() -> refundAnswered(answer.withStatus(400)))
                .matches(e -> !e.isWorthRetrying());
    }

    @Test
    void takesTheNextKeyWhereStripeOnlyRepeatsItsFailure() {
        stripe.stubFor(post("/v1/refunds").willReturn(replayedFailure()));
        stripe.stubFor(post("/v1/refunds")
                .withHeader("Idempotency-Key", equalTo("k9/2"))
                .willReturn(okJson(refund("re_9", "k9", 1234, "succeeded", 1))));
        stripe.stubFor(get(urlPathEqualTo("/v1/refunds")).willReturn(list()));

        assertThat(payments(LONG).refund(ORDER).id()).isEqualTo("re_9");
        stripe.verify(exactly(2), postRequestedFor(urlPathEqualTo("/v1/refunds")));
    }

    @Test
    void findsTheRefundBehindARepeatedFailure() {
        stripe.stubFor(post("/v1/refunds").willReturn(replayedFailure()));
        stripe.stubFor(get(urlPathEqualTo("/v1/refunds")).willReturn(list(refund("re_7", "k9", 1234, "succeeded", 1))));

        Refund refund = payments(LONG).refund(ORDER);

        assertThat(refund.id()).isEqualTo("re_7");
        stripe.verify(exactly(1), postRequestedFor(urlPathEqualTo("/v1/refunds")));
    }

    @Test
    void doesNotTrustAnAnswerThatIsNoRefund() {
        assertThatExceptionOfType(PaymentProviderUnavailable.class)
                .isThrownBy(() -> refundAnswered(okJson("{}")))
                .matches(PaymentProviderUnavailable::isWorthRetrying);
        assertThatExceptionOfType(PaymentProviderUnavailable.class)
                .isThrownBy(() -> refundAnswered(okJson("<html>Welcome to the hotel's network</html>")))
                .matches(PaymentProviderUnavailable::isWorthRetrying);
    }

    private static Refund refundAnswered(ResponseDefinitionBuilder answer) {
        stripe.stubFor(post("/v1/refunds").willReturn(answer));
        return payments(LONG).refund(ORDER);
    }

    private static ResponseDefinitionBuilder replayedFailure() {
        return error(500, "api_error", "Something went wrong").withHeader("Idempotent-Replayed", "true");
    }

    private static StripePayments payments(Duration deadline) {
        return StripeStub.payments(stripe.getPort(), deadline);
    }
}
