package io.redress.outside.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.stripe.model.Charge;
import com.stripe.model.Invoice;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.net.ApiResource;
import io.redress.outside.wire.ProviderData;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Stripe's own examples go through the adapter's mapping. */
class StripeFixturesTest {

    private final JsonNode fixtures = ProviderData.read("stripe/fixtures-2026-08-21-subset.json");

    @Test
    void understandsARefund() {
        var refund = StripeMapping.refund(example("refund", Refund.class));

        assertThat(refund.amount()).isEqualTo(Money.parse("USD 1.00"));
        assertThat(refund.charge()).startsWith("ch_");
        assertThat(refund.key()).isNull();
        assertThat(refund.status()).isEqualTo(io.redress.outside.payment.Refund.Status.SUCCEEDED);
    }

    @Test
    void understandsAPayment() {
        var payment = StripeMapping.payment(
                example("payment_intent", PaymentIntent.class), example("charge", Charge.class), List.of(), List.of());

        assertThat(payment.reference()).startsWith("pi_");
        assertThat(payment.captured()).isEqualTo(Money.parse("USD 0.00"));
        assertThat(payment.disputed()).isFalse();
    }

    @Test
    void understandsADispute() {
        var dispute = StripeMapping.dispute(example("dispute", com.stripe.model.Dispute.class));

        assertThat(dispute.amount()).isEqualTo(Money.parse("USD 10.00"));
        assertThat(dispute.state())
                .as("a bank that only asks")
                .isEqualTo(io.redress.outside.payment.Dispute.State.INQUIRY);
        assertThat(dispute.evidenceDueAt()).isAfter(dispute.openedAt());
    }

    @Test
    void findsSubscriptionAndPaymentsOfAnInvoiceWhereTheAdapterLooks() {
        var invoice = example("invoice", Invoice.class);

        assertThat(invoice.getParent().getSubscriptionDetails().getSubscription())
                .isNotBlank();
        assertThat(invoice.getLines().getData())
                .allSatisfy(line -> assertThat(line.getPeriod().getStart()).isPositive());
        assertThat(fixtures.at("/invoice_payment/payment/type").asText()).isEqualTo("payment_intent");
    }

    private <T extends com.stripe.model.StripeObject> T example(String name, Class<T> type) {
        return ApiResource.GSON.fromJson(fixtures.path(name).toString(), type);
    }
}
