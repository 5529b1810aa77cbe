package io.redress.outside.order.shop;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.exactly;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.redress.outside.payment.AnswerDoubtful;
import io.redress.outside.payment.HeldPayment;
import io.redress.outside.payment.Payment;
import io.redress.outside.payment.PaymentHolder.RefundOrder;
import io.redress.outside.payment.PaymentHolder.Share;
import io.redress.outside.payment.PaymentProviderUnavailable;
import io.redress.outside.payment.Refund;
import io.redress.outside.payment.Refund.Status;
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
import org.junit.jupiter.params.provider.ValueSource;

/** Payments that the shop holds: what is believed of them, and that one of ours is paid back once. */
class ShopPaymentsTest {

    private static final Duration LONG = Duration.ofSeconds(10);
    private static final HeldPayment HELD = new HeldPayment("paypal", "pp_1", "R-1");
    private static final RefundOrder ORDER = order(List.of());

    @RegisterExtension
    static final WireMockExtension shop = WireMockExtension.newInstance().build();

    @Test
    void knowsWhatWasTakenAndWhatWasGivenBackByWhomever() {
        listing(paid("pp_1", "paypal", "80.00"), paid("pi_1", "stripe", "29.70"));
        refunds(
                refund("s2", "null", "pp_1", "5.00", "pending", "2026-05-04T08:00:00Z"),
                refund("s1", "\"k1\"", "pp_1", "10.5", "succeeded", "2026-05-03T08:00:00Z"),
                refund("s3", "null", "pp_1", "50.00", "failed", "2026-05-05T08:00:00Z"),
                refund("s4", "null", "pi_1", "29.70", "succeeded", "2026-05-05T08:00:00Z"));

        Payment payment = payments(LONG).payment(HELD).orElseThrow();

        assertThat(payment.captured()).isEqualTo(Money.parse("EUR 80.00"));
        assertThat(payment.refunded()).isEqualTo(Money.parse("EUR 15.50"));
        assertThat(payment.charge()).isEqualTo("pp_1");
        assertThat(payment.refunds()).extracting(Refund::id).containsExactly("s1", "s2", "s3");
        assertThat(payment.refunds()).extracting(Refund::key).containsExactly("k1", null, null);
        assertThat(payment.disputed()).isFalse();
        assertThat(payment.disputes()).isEmpty();
    }

    @Test
    void countsARefundOnceThoughItIsToldTwiceAndInTheWrongOrder() {
        listing(paid("pp_1", "paypal", "80.00"));
        refunds(
                refund("s1", "\"k1\"", "pp_1", "10.50", "succeeded", "2026-05-03T08:00:00Z"),
                refund("s1", "\"k1\"", "pp_1", "10.5", "pending", "2026-05-03T08:00:00Z"),
                refund("s1", "\"k1\"", "pp_1", "10.50", "succeeded", "2026-05-03T08:00:00Z"));

        assertThat(payments(LONG).payment(HELD).orElseThrow().refunds())
                .singleElement()
                .returns(Status.SUCCEEDED, Refund::status);
    }

    @Test
    void neverHasLessThanNothingLeft() {
        listing(paid("pp_1", "paypal", "80.00"));
        refunds(refund("s1", "null", "pp_1", "90.00", "succeeded", "2026-05-03T08:00:00Z"));

        assertThat(payments(LONG).payment(HELD).orElseThrow().refundable()).isEqualTo(Money.parse("EUR 0.00"));
    }

    @ParameterizedTest
    @CsvSource({"R-1, pp_2", "R-2, pp_1", "R-1, pi_1"})
    void knowsNoPaymentThatTheShopDoesNotHoldForTheOrder(String order, String reference) {
        listing(paid("pp_1", "paypal", "80.00"), paid("pi_1", "stripe", "29.70"));
        refunds();

        assertThat(payments(LONG).payment(new HeldPayment("paypal", reference, order)))
                .isEmpty();
    }

    @Test
    void leavesToOthersAPaymentOfAShopThatTellsNothingOfRefunds() {
        listing(paid("pp_1", "paypal", "80.00"));

        assertThat(payments(LONG).payment(HELD)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'reference':'s1','status':'succeeded','amount':'1.00','orderNumber':'R-9'} | order R-9",
                "{'reference':'s1','status':'succeeded','amount':'1.00','paymentReference':'pp_1','currency':'USD'} | currency USD",
                "{'reference':'s1','status':'succeeded','amount':'1.001','paymentReference':'pp_1'} | decimals",
                "{'reference':'s1','status':'lost','amount':'1.00','paymentReference':'pp_1'} | refunds[0].status",
                "{'reference':'s1','status':'succeeded','amount':'-1.00','paymentReference':'pp_1'} | refunds[0].amount",
                "{'reference':'s1','status':'succeeded','amount':'1e3','paymentReference':'pp_1'} | refunds[0].amount",
                "{'reference':'s1','status':'succeeded','amount':'1.00'} | of which payment",
                "{'reference':' ','status':'succeeded','amount':'1.00','paymentReference':'pp_1'} | refunds[0].reference",
                "{'reference':'s1','status':'succeeded','amount':'1.00','paymentReference':'pp_1'},{'reference':'s1','status':'succeeded','amount':'2.00','paymentReference':'pp_1'} | told twice",
                "{'reference':'s1','status':'succeeded','amount':'1.00','paymentReference':'pp_1'},{'reference':'s1','status':'failed','amount':'1.00','paymentReference':'pp_1'} | told twice"
            })
    void doesNotBelieveRefundsThatContradictTheOrderOrThemselves(String refunds, String named) {
        listing(paid("pp_1", "paypal", "80.00"), paid("pp_2", "paypal", "29.70"));
        refunds(refunds.replace('\'', '"'));

        assertThatExceptionOfType(AnswerDoubtful.class)
                .isThrownBy(() -> payments(LONG).payment(HELD))
                .withMessageContaining(named)
                .matches(doubtful -> !doubtful.isWorthRetrying());
    }

    @Test
    void asksForOneRefundUnderOurKeyWithItsLines() {
        shop.stubFor(
                post("/refunds").willReturn(okJson(answer("pending", "12.34")).withStatus(201)));

        Refund refund = payments(LONG)
                .refund(order(List.of(
                        new Share(1, "LAMP", 2, Money.parse("EUR 8.00")),
                        new Share(3, "CABLE", 1, Money.parse("EUR 4.34")))));

        assertThat(refund).returns("s1", Refund::id).returns("k9", Refund::key).returns(Status.PENDING, Refund::status);
        shop.verify(postRequestedFor(urlPathEqualTo("/refunds"))
                .withHeader("Authorization", equalTo("Bearer t1"))
                .withRequestBody(equalToJson("""
                        {"key": "k9", "orderNumber": "R-1", "paymentReference": "pp_1", "amount": "12.34", "currency": "EUR",
                         "lines": [{"line": 1, "quantity": 2, "amount": "8.00"}, {"line": 3, "quantity": 1, "amount": "4.34"}],
                         "reason": "Complaint C-2026-000123"}
                        """)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"line", "pieces"})
    void namesNoLinesWhereItIsNotSureOfAll(String unsure) {
        shop.stubFor(post("/refunds").willReturn(okJson(answer("succeeded", "12.34"))));
        Share other = unsure.equals("line")
                ? new Share(null, "CABLE", 1, Money.parse("EUR 4.34"))
                : new Share(3, "CABLE", 0, Money.parse("EUR 4.34"));

        payments(LONG).refund(order(List.of(new Share(1, "LAMP", 2, Money.parse("EUR 8.00")), other)));

        shop.verify(postRequestedFor(urlPathEqualTo("/refunds")).withRequestBody(equalToJson("""
                {"key": "k9", "orderNumber": "R-1", "paymentReference": "pp_1", "amount": "12.34", "currency": "EUR",
                 "reason": "Complaint C-2026-000123"}
                """)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'reference':'s1','status':'succeeded','amount':'12.35'}",
                "{'reference':'s1','status':'succeeded','amount':'1234'}",
                "{'reference':'s1','status':'succeeded','amount':'12.34','currency':'USD'}",
                "{'reference':'s1','status':'succeeded','amount':'12.34','key':'k8'}",
                "{'reference':'s1','status':'succeeded','amount':'12.34','orderNumber':'R-2'}",
                "{'reference':'s1','status':'succeeded','amount':'12.34','paymentReference':'pp_2'}",
                "{'reference':'s1','status':'done','amount':'12.34'}",
                "{'reference':'s1','amount':'12.34'}",
                "{'status':'succeeded','amount':'12.34'}",
                "<html>Welcome</html>",
                "[]"
            })
    void believesNoAnswerToARefundThatIsNotAboutIt(String answer) {
        shop.stubFor(post("/refunds").willReturn(okJson(answer.replace('\'', '"'))));
        shop.stubFor(get(urlPathEqualTo("/refunds"))
                .willReturn(okJson("{\"refunds\": [" + answer.replace('\'', '"') + "]}")));

        assertThatExceptionOfType(AnswerDoubtful.class)
                .isThrownBy(() -> payments(LONG).refund(ORDER));
        assertThatExceptionOfType(AnswerDoubtful.class)
                .isThrownBy(() -> payments(LONG).findRefund(ORDER));
    }

    @Test
    void findsWhatItAskedForByItsKey() {
        found();
        assertThat(payments(LONG).findRefund(ORDER)).isEmpty();

        found(answer("succeeded", "12.340"));
        assertThat(payments(LONG).findRefund(ORDER)).map(Refund::status).contains(Status.SUCCEEDED);

        found(answer("failed", "12.34"));
        assertThat(payments(LONG).findRefund(ORDER)).map(Refund::failureReason).contains("Account closed");

        found(answer("failed", "12.34"), answer("succeeded", "12.34").replace("s1", "s2"));
        assertThat(payments(LONG).findRefund(ORDER)).map(Refund::id).contains("s2");

        found(answer("pending", "12.34"), answer("succeeded", "12.34").replace("s1", "s2"));
        assertThatExceptionOfType(AnswerDoubtful.class)
                .isThrownBy(() -> payments(LONG).findRefund(ORDER))
                .withMessageContaining("s1 and s2");
    }

    @Test
    void doesNotTakeAnAddressWhereNobodyIsForNothingKnown() {
        shop.stubFor(get(urlPathEqualTo("/refunds")).willReturn(aResponse().withStatus(404)));

        assertThatExceptionOfType(PaymentProviderUnavailable.class)
                .isThrownBy(() -> payments(LONG).findRefund(ORDER));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 410, 422})
    void saysWhyTheShopRefusesInItsWords(int status) {
        shop.stubFor(post("/refunds")
                .willReturn(okJson("{\"error\": {\"message\": \"PayPal:\\n account closed\"}}")
                        .withStatus(status)));
        found();

        assertThatExceptionOfType(RefundRefused.class)
                .isThrownBy(() -> payments(LONG).refund(ORDER))
                .withMessage("The shop says: PayPal: account closed [http_%d]", status);
    }

    @Test
    void asksOnceMoreBeforeItBelievesARefusal() {
        shop.stubFor(post("/refunds").willReturn(aResponse().withStatus(422)));
        found(answer("succeeded", "12.34"));

        assertThat(payments(LONG).refund(ORDER).id())
                .as("an earlier attempt made it")
                .isEqualTo("s1");
    }

    @ParameterizedTest
    @CsvSource({
        "401, false",
        "403, false",
        "404, false",
        "408, true",
        "409, true",
        "429, true",
        "500, true",
        "503, true"
    })
    void knowsWhenALaterAttemptCanHelp(int status, boolean worthRetrying) {
        shop.stubFor(post("/refunds").willReturn(aResponse().withStatus(status).withHeader("Retry-After", "7")));
        found();

        assertThatExceptionOfType(PaymentProviderUnavailable.class)
                .isThrownBy(() -> payments(LONG).refund(ORDER))
                .matches(unavailable -> !(unavailable instanceof AnswerDoubtful))
                .matches(unavailable -> unavailable.isWorthRetrying() == worthRetrying)
                .matches(unavailable ->
                        status != 429 || unavailable.retryAfter().equals(Optional.of(Duration.ofSeconds(7))));
    }

    @ParameterizedTest
    @EnumSource
    void leavesTheOutcomeOpenInTimeAndAsksOnce(BadPeer peer) {
        shop.stubFor(post("/refunds").willReturn(peer.answering(answer("succeeded", "12.34"))));

        var failure = assertTimeoutPreemptively(
                Duration.ofSeconds(8),
                () -> catchThrowableOfType(PaymentProviderUnavailable.class, () -> payments(Duration.ofSeconds(1))
                        .refund(ORDER)));

        assertThat(failure).matches(PaymentProviderUnavailable::isWorthRetrying);
        shop.verify(exactly(1), postRequestedFor(urlPathEqualTo("/refunds")));
    }

    private static RefundOrder order(List<Share> shares) {
        return new RefundOrder("k9", "C-2026-000123", HELD, "pp_1", Money.parse("EUR 12.34"), shares);
    }

    private static String answer(String status, String amount) {
        return """
                {"reference": "s1", "status": "%s", "amount": "%s", "reason": "Account closed"}
                """.formatted(status, amount);
    }

    private static String paid(String reference, String provider, String amount) {
        return """
                {"reference": "%s", "provider": "%s", "amount": "%s", "currency": "EUR", "paidAt": "2026-05-01T08:00:00Z"}
                """.formatted(reference, provider, amount);
    }

    private static String refund(
            String reference, String key, String payment, String amount, String status, String createdAt) {
        return """
                {"reference": "%s", "key": %s, "orderNumber": "R-1", "paymentReference": "%s", "amount": "%s",
                 "currency": "EUR", "status": "%s", "createdAt": "%s"}
                """.formatted(reference, key, payment, amount, status, createdAt);
    }

    private static void listing(String... payments) {
        String order = ShopStub.ORDER.replaceAll(
                "(?s)\"payments\": \\[.*?]", "\"payments\": [" + String.join(",", payments) + "]");
        shop.stubFor(get("/orders/R-1").willReturn(okJson(order)));
    }

    private static void refunds(String... refunds) {
        shop.stubFor(get("/refunds?orderNumber=R-1")
                .willReturn(okJson("{\"refunds\": [" + String.join(",", refunds) + "]}")));
    }

    private static void found(String... refunds) {
        shop.stubFor(get("/refunds?key=k9").willReturn(okJson("{\"refunds\": [" + String.join(",", refunds) + "]}")));
    }

    private static ShopPayments payments(Duration deadline) {
        return ShopStub.payments(shop.getPort(), deadline);
    }
}
