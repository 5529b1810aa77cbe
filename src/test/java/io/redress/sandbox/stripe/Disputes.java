package io.redress.sandbox.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Disputes of payments and, before them, inquiries of the customer's bank ({@code warning_…}): opened and moved on in
 * Stripe's own words, each step told by webhook.
 */
record Disputes(StripeBooks books) {

    /** In the order in which a dispute may pass through them. */
    private static final List<String> OPEN =
            List.of("warning_needs_response", "warning_under_review", "needs_response", "under_review");

    private static final List<String> CLOSED = List.of("warning_closed", "won", "lost");
    private static final Duration EVIDENCE = Duration.ofDays(14);

    /** Opens a dispute of the payment, or moves its open one on; {@link IllegalArgumentException} where it cannot. */
    ObjectNode move(String paymentIntent, String status) {
        if (!OPEN.contains(status) && !CLOSED.contains(status)) {
            throw new IllegalArgumentException(
                    "status must be one of " + String.join(", ", OPEN) + ", " + String.join(", ", CLOSED));
        }
        var dispute = latest(paymentIntent)
                .filter(known -> !known.path("status").asText().equals("warning_closed"))
                .orElseGet(() -> open(paymentIntent, CLOSED.contains(status) ? opening(status) : status));
        if (dispute.path("status").asText().equals(status)) {
            return dispute;
        }
        requireForward(dispute.path("status").asText(), status);
        return books.keep(
                put(dispute, status), CLOSED.contains(status) ? "charge.dispute.closed" : "charge.dispute.updated");
    }

    /** A new dispute of the whole payment. */
    ObjectNode open(String paymentIntent, String status) {
        var charge = charge(paymentIntent);
        charge.put("disputed", true);
        books.keep(charge);
        var dispute = StripeObjects.dispute(charge, books.now(), books.now() + EVIDENCE.toSeconds());
        return books.keep(put(dispute, status), "charge.dispute.created");
    }

    /** Whether the bank holds the money of the charge: an inquiry takes nothing, and a dispute that was won gave it back. */
    boolean isTakenBack(ObjectNode charge) {
        return books.all("dispute").stream()
                .filter(dispute -> dispute.path("charge").equals(charge.path("id")))
                .map(dispute -> dispute.path("status").asText())
                .anyMatch(status -> !status.startsWith("warning_") && !status.equals("won"));
    }

    private Optional<ObjectNode> latest(String paymentIntent) {
        return books.all("dispute").stream()
                .filter(dispute -> dispute.path("payment_intent").asText().equals(paymentIntent))
                .reduce((earlier, later) -> later);
    }

    private ObjectNode charge(String paymentIntent) {
        var intent = books.get("payment_intent", paymentIntent, "id");
        return books.get("charge", intent.path("latest_charge").asText(), "id");
    }

    private static ObjectNode put(ObjectNode dispute, String status) {
        return dispute.put("status", status).put("is_charge_refundable", status.startsWith("warning_"));
    }

    private static String opening(String closed) {
        return closed.equals("warning_closed") ? "warning_needs_response" : "needs_response";
    }

    private static void requireForward(String from, String to) {
        boolean forward = to.equals("warning_closed")
                ? from.startsWith("warning_")
                : CLOSED.contains(to) ? OPEN.contains(from) : OPEN.indexOf(to) > OPEN.indexOf(from);
        if (CLOSED.contains(from) || !forward) {
            throw new IllegalArgumentException("status cannot go from %s to %s".formatted(from, to));
        }
    }
}
