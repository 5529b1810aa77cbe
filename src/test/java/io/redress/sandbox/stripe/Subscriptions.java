package io.redress.sandbox.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.sandbox.state.Json;

/** Ending a subscription at once. */
record Subscriptions(StripeBooks books) {

    /** Cancels; a second cancellation finds nothing, as at Stripe. */
    ObjectNode cancel(String id, Parameters parameters) {
        var subscription = books.get("subscription", id, "id");
        if (subscription.path("status").asText().equals("canceled")) {
            throw StripeError.missing("subscription", id, "id");
        }
        subscription.put("status", "canceled").put("canceled_at", books.now()).put("ended_at", books.now());
        subscription.set(
                "cancellation_details",
                Json.object(
                        "comment", parameters.get("cancellation_details[comment]"),
                        "feedback", parameters.get("cancellation_details[feedback]"),
                        "reason", "cancellation_requested"));
        return books.keep(subscription);
    }
}
