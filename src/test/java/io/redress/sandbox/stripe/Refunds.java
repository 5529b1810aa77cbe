package io.redress.sandbox.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.sandbox.state.Ids;
import io.redress.sandbox.state.Json;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Money back through Stripe, with what its published test cards do to a refund afterwards. */
final class Refunds {

    private static final Set<String> REASONS = Set.of("duplicate", "fraudulent", "requested_by_customer");
    private static final Duration AFTERWARDS = Duration.ofSeconds(2);

    private final StripeBooks books;

    Refunds(StripeBooks books) {
        this.books = books;
    }

    /** Pays back all or part of what is left on a charge. */
    ObjectNode create(Parameters parameters, String idempotencyKey) {
        var charge = charge(parameters);
        var remaining = charge.path("amount_captured").asLong()
                - charge.path("amount_refunded").asLong();
        if (new Disputes(books).isTakenBack(charge)) {
            throw StripeError.refused(
                    "charge_disputed", "Charge %s has been charged back.".formatted(id(charge)), "charge");
        }
        if (remaining <= 0) {
            throw StripeError.refused(
                    "charge_already_refunded", "Charge %s has already been refunded.".formatted(id(charge)), null);
        }
        var amount = parameters.number("amount", remaining);
        requireAmount(amount, remaining, charge.path("currency").asText());
        requireReason(parameters);
        var refund = refund(charge, amount, parameters);
        refund.put("_idempotency_key", idempotencyKey);
        book(charge, amount);
        return books.keep(refund, "refund.created");
    }

    /** A pending refund arrives, or one that was thought to have arrived comes back, for the reason given. */
    void end(String id, String failureReason) {
        var refund = books.get("refund", id, "id");
        if (failureReason == null) {
            books.keep(refund.put("status", "succeeded"), "refund.updated");
        } else {
            fail(refund, failureReason);
            books.keep(refund, "refund.updated", "refund.failed");
        }
    }

    /** Lets pending and doomed refunds arrive at their end, once their time has come. */
    void ripen() {
        var now = books.clock().millis();
        for (var refund : books.all("refund")) {
            if (refund.hasNonNull("_ripens_at") && refund.path("_ripens_at").asLong() <= now) {
                refund.putNull("_ripens_at");
                end(id(refund), refund.path("_fate").asText().equals("failed") ? "expired_or_canceled_card" : null);
            }
        }
    }

    private ObjectNode charge(Parameters parameters) {
        if (parameters.has("charge")) {
            return books.get("charge", parameters.get("charge"), "charge");
        }
        if (!parameters.has("payment_intent")) {
            throw StripeError.invalid(
                    "parameter_missing",
                    "One of the following params should be provided: payment_intent or charge.",
                    null);
        }
        var intent = books.get("payment_intent", parameters.get("payment_intent"), "payment_intent");
        return Optional.ofNullable(Json.text(intent, "latest_charge"))
                .map(charge -> books.get("charge", charge, "payment_intent"))
                .orElseThrow(() -> StripeError.refused(
                        "payment_intent_unexpected_state",
                        "This PaymentIntent does not have a successful charge to refund.",
                        "payment_intent"));
    }

    private static void requireAmount(long amount, long remaining, String currency) {
        if (amount < 1) {
            throw StripeError.invalid("parameter_invalid_integer", "Amount must be at least 1.", "amount");
        }
        if (amount > remaining) {
            throw StripeError.refused(
                    null,
                    "Refund amount (%s) is greater than unrefunded amount on charge (%s)"
                            .formatted(MinorUnits.text(amount, currency), MinorUnits.text(remaining, currency)),
                    "amount");
        }
    }

    private static void requireReason(Parameters parameters) {
        if (parameters.has("reason") && !REASONS.contains(parameters.get("reason"))) {
            throw StripeError.invalid(null, "Invalid reason: must be one of " + REASONS, "reason");
        }
    }

    private ObjectNode refund(ObjectNode charge, long amount, Parameters parameters) {
        var refund = StripeObjects.refund(charge, amount, books.now());
        refund.set("metadata", parameters.metadata());
        refund.put("reason", parameters.get("reason"));
        refund.put("balance_transaction", book(refund, -amount, "refund"));
        var method = charge.path("payment_method").asText();
        if (charge.path("_refunds_wait").asBoolean()) {
            refund.put("status", "pending");
        } else if (method.equals("pm_card_refundFail") || method.equals("pm_card_pendingRefund")) {
            var doomed = method.equals("pm_card_refundFail");
            refund.put("status", doomed ? "succeeded" : "pending");
            refund.put("_fate", doomed ? "failed" : "succeeded");
            refund.put("_ripens_at", books.clock().millis() + AFTERWARDS.toMillis());
        }
        return refund;
    }

    private void fail(ObjectNode refund, String reason) {
        refund.put("status", "failed");
        refund.put("failure_reason", reason);
        refund.put(
                "failure_balance_transaction",
                book(refund, refund.path("amount").asLong(), "refund_failure"));
        book(
                books.get("charge", refund.path("charge").asText(), null),
                -refund.path("amount").asLong());
    }

    private void book(ObjectNode charge, long refunded) {
        var total = charge.path("amount_refunded").asLong() + refunded;
        charge.put("amount_refunded", total);
        charge.put("refunded", total == charge.path("amount_captured").asLong());
        books.keep(charge);
    }

    private String book(ObjectNode source, long amount, String type) {
        var id = Ids.stripe("txn");
        books.keep(StripeObjects.balanceTransaction(
                id, id(source), amount, source.path("currency").asText(), type, books.now()));
        return id;
    }

    private static String id(ObjectNode object) {
        return object.path("id").asText();
    }
}
