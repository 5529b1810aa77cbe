package io.redress.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Dispute;
import com.stripe.param.ChargeListParams;
import com.stripe.param.DisputeListParams;
import com.stripe.param.InvoiceListParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.SubscriptionListParams;
import io.redress.sandbox.state.Json;
import io.redress.sandbox.stripe.Webhooks.Manner;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens at Stripe without us: refunds by hand, disputes, the next month's charges; seen by stripe-java. */
class StripeByHandSandboxTest {

    @TempDir
    Path folder;

    SandboxClock clock;
    Sandbox sandbox;
    StripeClient stripe;

    @BeforeEach
    void open() {
        clock = new SandboxClock(folder.resolve("clock"));
        sandbox = Sandbox.start(folder, clock);
        sandbox.stripeWebhooks().travel(Manner.HELD);
        stripe = StripeClient.builder()
                .setApiKey(Sandbox.STRIPE_KEY)
                .setApiBase(sandbox.stripeUrl())
                .build();
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void aRefundByHandHasNoKeyAndIsToldByWebhook() throws StripeException {
        var payment = copy("R-1001").at("/payments/0/reference").asText();

        sandbox.stripeDesk().refundByHand(payment, new BigDecimal("10.00"));
        sandbox.stripeDesk().refundByHand(payment, new BigDecimal("99.70"));

        assertThat(sandbox.refunds())
                .extracting(refund -> refund.path("payment_intent").asText())
                .contains(payment, payment);
        var intent = stripe.v1().paymentIntents().retrieve(payment);
        assertThat(stripe.v1().charges().retrieve(intent.getLatestCharge()).getRefunded())
                .isTrue();
        assertThat(events()).containsExactly("refund.created", "refund.created");
        assertThatThrownBy(() -> sandbox.stripeDesk().refundByHand(payment, new BigDecimal("0.01")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDisputeMovesOnInStripesWords() throws StripeException {
        var payment = copy("R-1001").at("/payments/0/reference").asText();

        sandbox.stripeDesk().dispute(payment, "warning_needs_response");
        assertThat(dispute(payment).getIsChargeRefundable()).isTrue();
        sandbox.stripeDesk().dispute(payment, "warning_under_review");
        sandbox.stripeDesk().dispute(payment, "needs_response");
        assertThatThrownBy(() -> refund(payment)).hasMessageContaining("charged back");
        sandbox.stripeDesk().dispute(payment, "under_review");
        sandbox.stripeDesk().dispute(payment, "won");

        assertThat(dispute(payment).getStatus()).isEqualTo("won");
        assertThat(events())
                .containsExactly(
                        "charge.dispute.created",
                        "charge.dispute.updated",
                        "charge.dispute.updated",
                        "charge.dispute.updated",
                        "charge.dispute.closed");
        refund(payment);
        for (var wrong : List.of("lost", "needs_response", "settled")) {
            assertThatThrownBy(() -> sandbox.stripeDesk().dispute(payment, wrong))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void anInquiryTakesNothingAndItsEndIsNotTheEnd() throws StripeException {
        var payment = copy("R-1001").at("/payments/0/reference").asText();
        sandbox.stripeDesk().dispute(payment, "warning_closed");
        assertThat(events()).containsExactly("charge.dispute.created", "charge.dispute.closed");

        sandbox.stripeDesk().dispute(payment, "lost");

        assertThat(disputes(payment))
                .extracting(Dispute::getStatus)
                .containsExactlyInAnyOrder("lost", "warning_closed");
        assertThatThrownBy(() -> refund(payment)).hasMessageContaining("charged back");
    }

    @Test
    void subscriptionsAreChargedAsTheClockMovesUntilTheyEnd() throws StripeException {
        var order = copy("R-1002");
        var customer = order.path("customerPaymentReference").asText();
        var active = SubscriptionListParams.builder().setCustomer(customer).build();
        stripe.v1()
                .subscriptions()
                .cancel(stripe.v1()
                        .subscriptions()
                        .list(active)
                        .getData()
                        .get(0)
                        .getId());

        clock.advance("P1M");

        assertThat(charges(customer)).isEqualTo(13);
        clock.advance("P1M");
        assertThat(charges(customer)).isEqualTo(14);
        var going = stripe.v1().subscriptions().list(active).getData().get(0);
        assertThat(Instant.ofEpochSecond(going.getItems().getData().get(0).getCurrentPeriodEnd()))
                .isAfter(clock.instant());
        assertThat(stripe.v1()
                        .invoices()
                        .list(InvoiceListParams.builder()
                                .setSubscription(going.getId())
                                .build())
                        .getData())
                .hasSize(8);
    }

    @Test
    void theShopHearsOfChargesOfWhatWasOrderedAndOfNoOthers() {
        var wanted = copy("R-1009").path("number").asText();
        var twice = copy("R-1002").path("number").asText();

        clock.advance("P2M");
        sandbox.timePassed();

        assertThat(payments(wanted)).isEqualTo(2 * 8);
        assertThat(payments(twice)).isEqualTo(8);
    }

    @Test
    void recurringLinesOfOwnOrdersAreChargedEachMonthFromTheDayTheyWerePlaced() {
        var order = sandbox.world().place(Json.parse("""
                {"order": {"placedOn": "%s", "items": [
                  {"sku": "MUSIC", "unitPrice": "9.99", "recurring": true, "quantity": 2},
                  {"sku": "LAMP", "unitPrice": "20.00"}]}}""".formatted(
                clock.instant().minus(Duration.ofDays(70))).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertThat(order.path("payments")).hasSize(3 * 2 + 1);

        clock.advance("P3M");
        sandbox.timePassed();

        assertThat(payments(order.path("number").asText())).isEqualTo(6 * 2 + 1);
    }

    @Test
    void whereNothingIsDueNothingIsWritten() throws IOException {
        var journal = folder.resolve("stripe.jsonl");
        copy("R-1009");
        long before = Files.size(journal);

        sandbox.timePassed();
        clock.advance(Duration.ofDays(1));
        sandbox.timePassed();

        assertThat(Files.size(journal)).isEqualTo(before);
    }

    @Test
    void aHugeJumpChargesNoMoreThanTwoYears() throws StripeException {
        var customer = copy("R-1009").path("customerPaymentReference").asText();
        clock.advance("P50Y");
        sandbox.timePassed();
        clock.advance("P1M");
        sandbox.timePassed();
        var intents = sandbox.stripeDesk().books().all("payment_intent").stream()
                .filter(intent -> intent.path("customer").asText().equals(customer));
        assertThat(intents).hasSize(2 * (6 + 24 + 1));
    }

    private JsonNode copy(String like) {
        return sandbox.world().copy(like).orElseThrow();
    }

    private int payments(String number) {
        return sandbox.world().find(number).orElseThrow().path("payments").size();
    }

    private List<String> events() {
        return sandbox.stripeWebhooks().held().stream()
                .map(event -> event.path("type").asText())
                .toList();
    }

    private Dispute dispute(String payment) throws StripeException {
        return disputes(payment).get(0);
    }

    private List<Dispute> disputes(String payment) throws StripeException {
        return stripe.v1()
                .disputes()
                .list(DisputeListParams.builder().setPaymentIntent(payment).build())
                .getData();
    }

    private void refund(String payment) throws StripeException {
        stripe.v1()
                .refunds()
                .create(RefundCreateParams.builder()
                        .setPaymentIntent(payment)
                        .setAmount(100L)
                        .build());
    }

    private int charges(String customer) throws StripeException {
        return stripe.v1()
                .charges()
                .list(ChargeListParams.builder()
                        .setCustomer(customer)
                        .setLimit(100L)
                        .build())
                .getData()
                .size();
    }
}
