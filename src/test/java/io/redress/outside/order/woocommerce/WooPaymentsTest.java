package io.redress.outside.order.woocommerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.outside.payment.AnswerDoubtful;
import io.redress.outside.payment.HeldPayment;
import io.redress.outside.payment.Payment;
import io.redress.outside.payment.PaymentHolder.RefundOrder;
import io.redress.outside.payment.PaymentHolder.Share;
import io.redress.outside.payment.PaymentProviderUnavailable;
import io.redress.outside.payment.Refund;
import io.redress.outside.payment.Refund.Status;
import io.redress.outside.payment.RefundRefused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** WooCommerce forgets who asked for which refund; money goes back through its gateway once all the same. */
class WooPaymentsTest {

    private static final Instant NOW = Instant.parse("2017-03-24T10:00:00Z");
    private static final HeldPayment HELD = new HeldPayment("ppcp-gateway", "PP-1", "727");
    private static final String REFUNDS = "POST /orders/727/refunds";

    private final WooStub woo = new WooStub();

    @BeforeEach
    void open() {
        woo.keep(WooStub.paidWithPaypal());
    }

    @AfterEach
    void close() {
        woo.close();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "ppcp-gateway, true",
                "klarna_payments, true",
                "bacs, true",
                "stripe, false",
                "Stripe, false",
                "'', false",
                "-, false"
            })
    void holdsWhateverIsNotStripes(String provider, boolean held) {
        assertThat(payments().holds(provider)).isEqualTo(held);
    }

    @Test
    void knowsWhatWasTakenAndWhatWasGivenBackByWhomever() {
        ObjectNode order = WooStub.paidWithPaypal();
        woo.keep(order, """
                [{'id': 2, 'date_created_gmt': '2017-03-23T10:00:00', 'amount': '3.22', 'reason': 'Complaint C-1 (Redress k1)',
                  'refunded_payment': true, 'meta_data': [], 'line_items': []},
                 {'id': 1, 'date_created_gmt': '2017-03-22T10:00:00', 'amount': '5.00', 'reason': 'by hand',
                  'refunded_payment': false, 'meta_data': [], 'line_items': []}]""");

        Payment payment = payments().payment(HELD).orElseThrow();

        assertThat(payment.captured()).isEqualTo(Money.parse("USD 29.35"));
        assertThat(payment.refundable()).isEqualTo(Money.parse("USD 21.13"));
        assertThat(payment.refunds()).extracting(Refund::id).containsExactly("1", "2");
        assertThat(payment.refunds()).extracting(Refund::key).containsExactly(null, "k1");
        assertThat(payment.disputed()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"727, PP-2", "728, PP-1", "727, order-727"})
    void knowsNoPaymentThatTheOrderDoesNotHave(String order, String reference) {
        assertThat(payments().payment(new HeldPayment("ppcp-gateway", reference, order)))
                .isEmpty();
    }

    @Test
    void knowsThePaymentOfAGatewayThatGaveItNoId() {
        woo.keep(WooStub.paidWithPaypal().put("payment_method", "bacs").put("transaction_id", ""));

        assertThat(payments().payment(new HeldPayment("bacs", "order-727", "727")))
                .map(Payment::captured)
                .contains(Money.parse("USD 29.35"));
    }

    @Test
    void givesBackThroughTheGatewayWithTheTaxOfEachLine() {
        Refund refund = payments()
                .refund(order(
                        "29.35",
                        share(1, "product-93", 1, "3.22"),
                        share(2, "product-93", 1, "3.23"),
                        share(3, "Bar3", 1, "12.90")));

        assertThat(refund)
                .returns("72700", Refund::id)
                .returns(Status.SUCCEEDED, Refund::status)
                .returns("k9", Refund::key);
        JsonNode asked = woo.refundsAsked.get(0);
        assertThat(asked.path("amount").asText()).isEqualTo("29.35");
        assertThat(asked.path("api_refund").asBoolean()).isTrue();
        assertThat(asked.path("api_restock").asBoolean(true)).isFalse();
        assertThat(asked.path("meta_data").toString()).contains("_redress_key", "k9", "C-2026-000123");
        assertThat(items(asked))
                .containsExactly(
                        "315: 2 pieces, 6.00 + 75: 0.45", "316: 1 pieces, 12.00 + 75: 0.90", "317: 0 pieces, 10.00");
    }

    @Test
    void splitsAPartOfALineAsTheLineIsSplit() {
        payments().refund(order("5.00", share(3, "Bar3", 1, "5.00")));

        assertThat(items(woo.refundsAsked.get(0))).containsExactly("316: 1 pieces, 4.65 + 75: 0.35");
    }

    @Test
    void findsTheLineByItsArticleWhereOnlyThatIsKnown() {
        payments().refund(order("12.90", share(null, "Bar3", 1, "12.90")));

        assertThat(items(woo.refundsAsked.get(0))).containsExactly("316: 1 pieces, 12.00 + 75: 0.90");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"-, SOFA", "9, Bar3"})
    void namesNoPartWhereOneIsNotCertain(Integer line, String sku) {
        payments().refund(order("12.90", share(3, "Bar3", 1, "2.90"), share(line, sku, 1, "10.00")));

        assertThat(woo.refundsAsked.get(0).path("line_items")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void givesBackOnceThoughTheAnswerIsLost(boolean arrived) {
        (arrived ? woo.lost : woo.unheard).add(REFUNDS);
        RefundOrder order = order("12.90");
        assertThatExceptionOfType(PaymentProviderUnavailable.class)
                .isThrownBy(() -> payments().refund(order))
                .matches(PaymentProviderUnavailable::isWorthRetrying);

        if (!arrived) {
            assertThat(payments().findRefund(order)).isEmpty();
            assertThatExceptionOfType(PaymentProviderUnavailable.class)
                    .as("the first request may still be under way")
                    .isThrownBy(() -> payments().refund(order))
                    .matches(unavailable ->
                            unavailable.retryAfter().orElseThrow().equals(Duration.ofMinutes(10)));
        }
        WooPayments later = woo.payments(Clock.fixed(NOW.plus(Duration.ofMinutes(11)), ZoneOffset.UTC));
        Refund refund = later.findRefund(order).orElseGet(() -> later.refund(order));

        assertThat(refund.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(later.refund(order)).isEqualTo(refund);
        assertThat(woo.refunds.get(727L)).hasSize(1);
    }

    @Test
    void keepsTwoEqualRefundsApart() {
        payments().refund(order("5.00"));

        RefundOrder other = new RefundOrder("k8", "C-2026-000124", HELD, "PP-1", Money.parse("USD 5.00"), List.of());
        assertThat(payments().findRefund(other)).isEmpty();
        payments().refund(other);

        assertThat(woo.refunds.get(727L)).hasSize(2);
    }

    /** As when the shop's server breaks off between the gateway and its own last note. */
    @Test
    void asksOnUntilTheShopSaysThatTheGatewayPaid() {
        woo.finishesRefunds = false;
        RefundOrder order = order("5.00");
        for (int i = 0; i < 2; i++) {
            assertThatExceptionOfType(PaymentProviderUnavailable.class)
                    .isThrownBy(() -> payments().refund(order))
                    .withMessageContaining("does not say that the gateway paid")
                    .matches(PaymentProviderUnavailable::isWorthRetrying);
        }
        assertThat(woo.refunds.get(727L)).hasSize(1);
        assertThat(payments().payment(HELD).orElseThrow().refunds())
                .singleElement()
                .returns(Status.PENDING, Refund::status)
                .returns("k9", Refund::key);

        ((ObjectNode) woo.refunds.get(727L).get(0)).put("refunded_payment", true);

        assertThat(payments().findRefund(order)).map(Refund::status).contains(Status.SUCCEEDED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The payment gateway for this order does not support automatic refunds.",
                "Invalid refund amount.",
                "PayPal: this transaction is too old"
            })
    void saysWhyTheGatewayGivesNothingBack(String why) {
        woo.gatewayRefuses = why;

        assertThatExceptionOfType(RefundRefused.class)
                .isThrownBy(() -> payments().refund(order("5.00")))
                .withMessage("The shop says: %s [woocommerce_rest_cannot_create_order_refund]", why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{'id': 5, 'amount': '6.00', 'reason': '(Redress k9)', 'refunded_payment': true}]",
                "[{'id': 5, 'reason': '(Redress k9)', 'refunded_payment': true}]",
                "[{'id': 5, 'amount': '5.00', 'reason': '(Redress k9)', 'refunded_payment': true},"
                        + "{'id': 6, 'amount': '5.00', 'reason': '', 'refunded_payment': true,"
                        + " 'meta_data': [{'key': '_redress_key', 'value': 'k9'}]}]"
            })
    void believesNoRefundThatIsNotTheOneItAskedFor(String refunds) {
        woo.keep(WooStub.paidWithPaypal(), refunds);

        assertThatExceptionOfType(AnswerDoubtful.class)
                .isThrownBy(() -> payments().findRefund(order("5.00")));
        assertThatExceptionOfType(AnswerDoubtful.class)
                .isThrownBy(() -> payments().refund(order("5.00")));
        assertThat(woo.refundsAsked).isEmpty();
    }

    private WooPayments payments() {
        return woo.payments(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static RefundOrder order(String amount, Share... shares) {
        return new RefundOrder("k9", "C-2026-000123", HELD, "PP-1", Money.parse("USD " + amount), List.of(shares));
    }

    private static Share share(Integer line, String sku, int quantity, String amount) {
        return new Share(line, sku, quantity, Money.parse("USD " + amount));
    }

    private static List<String> items(JsonNode asked) {
        return StreamSupport.stream(asked.path("line_items").spliterator(), false)
                .map(item -> "%d: %d pieces, %s"
                                .formatted(
                                        item.path("id").asLong(),
                                        item.path("quantity").asInt(),
                                        item.path("refund_total").decimalValue().setScale(2))
                        + (item.path("refund_tax").isEmpty()
                                ? ""
                                : " + %d: %s"
                                        .formatted(
                                                item.at("/refund_tax/0/id").asLong(),
                                                item.at("/refund_tax/0/refund_total")
                                                        .decimalValue()
                                                        .setScale(2))))
                .toList();
    }
}
