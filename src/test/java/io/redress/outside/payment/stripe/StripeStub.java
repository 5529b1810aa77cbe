package io.redress.outside.payment.stripe;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.redress.outside.payment.HeldPayment;
import io.redress.outside.wire.BoundedHttp;
import io.redress.outside.wire.FreshProviders;
import io.redress.outside.wire.Providers;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Stripe's objects as far as the adapter reads them, and the adapter before a stub. */
final class StripeStub {

    private StripeStub() {}

    static StripePayments payments(int port, Duration deadline) {
        return payments(port, deadline, FreshProviders.unlimited());
    }

    static StripePayments payments(int port, Duration deadline, Providers providers) {
        var properties = new StripeProperties("sk_test_1", URI.create("http://localhost:" + port), List.of(), deadline);
        return new StripePayments(new StripeCalls(properties, new BoundedHttp(), providers));
    }

    static ResponseDefinitionBuilder list(boolean more, List<String> objects) {
        return okJson("""
                {"object": "list", "url": "/v1/any", "has_more": %s, "data": [%s]}
                """.formatted(more, String.join(",", objects)));
    }

    static ResponseDefinitionBuilder list(String... objects) {
        return list(false, List.of(objects));
    }

    static HeldPayment held(String reference) {
        return new HeldPayment("stripe", reference, "R-1");
    }

    static ResponseDefinitionBuilder error(int status, String code, String message) {
        return okJson("""
                {"error": {"type": "invalid_request_error", "code": "%s", "message": "%s"}}
                """.formatted(code, message)).withStatus(status);
    }

    static String intent(String id, String charge) {
        return """
                {"id": "%s", "object": "payment_intent", "currency": "eur", "customer": "cus_1", "created": 1780000000,
                 "status": "succeeded", "latest_charge": %s}
                """.formatted(id, charge);
    }

    static String charge(String id, String intent, long amount, long refunded, long created) {
        return """
                {"id": "%s", "object": "charge", "payment_intent": "%s", "status": "succeeded", "captured": true,
                 "amount": %3$d, "amount_captured": %3$d, "amount_refunded": %4$d, "currency": "eur",
                 "disputed": false, "created": %5$d}
                """.formatted(id, intent, amount, refunded, created);
    }

    static String refund(String id, String key, long amount, String status, long created) {
        return """
                {"id": "%s", "object": "refund", "charge": "ch_1", "payment_intent": "pi_1", "currency": "eur",
                 "amount": %d, "status": "%s", "created": %d, "metadata": {%s}}
                """.formatted(id, amount, status, created, key == null ? "" : "\"redress_key\": \"" + key + "\"");
    }

    static String dispute(String id, String status) {
        return """
                {"id": "%s", "object": "dispute", "charge": "ch_1", "payment_intent": "pi_1", "currency": "eur",
                 "amount": 10000, "reason": "fraudulent", "status": "%s", "created": 1780000000,
                 "evidence_details": {"due_by": 1781000000, "has_evidence": false, "past_due": false}}
                """.formatted(id, status);
    }

    static String subscription(String id, String status, String line) {
        return """
                {"id": "%s", "object": "subscription", "status": "%s", "cancel_at_period_end": false,
                 "metadata": {"order_number": "R-1", "order_line": "%s"}}
                """.formatted(id, status, line);
    }

    /** @param payments the list of payments, or {@code null} where it is not told */
    static String invoice(String id, String subscription, long periodStart, String payments) {
        return """
                {"id": "%s", "object": "invoice", "period_start": 1, "payments": %s,
                 "parent": {"type": "subscription_details", "subscription_details": {"subscription": "%s"}},
                 "lines": {"object": "list", "data": [
                   {"id": "il_0", "object": "line_item", "period": {"start": 5, "end": 6},
                    "parent": {"subscription_item_details": {"proration": true, "subscription": "%3$s"}}},
                   {"id": "il_1", "object": "line_item", "period": {"start": %4$d, "end": 9999999999},
                    "parent": {"subscription_item_details": {"proration": false, "subscription": "%3$s"}}}]}}
                """.formatted(id, payments, subscription, periodStart);
    }

    static String invoicePayment(String intent, String status) {
        return """
                {"id": "inpay_%s", "object": "invoice_payment", "status": "%s",
                 "payment": {"type": "payment_intent", "payment_intent": "%1$s"}}
                """.formatted(intent, status);
    }
}
