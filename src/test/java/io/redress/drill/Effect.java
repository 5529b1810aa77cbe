package io.redress.drill;

import io.redress.sandbox.http.Provider;
import io.redress.sandbox.http.Reply;
import io.redress.sandbox.http.Request;
import java.util.Optional;

/** A request that moves money or goods, as a provider sees it. */
record Effect(Action action, String key) {

    private static final String OUR_KEY = "metadata[redress_key]";
    private static final String SUBSCRIPTIONS = "/v1/subscriptions/";

    static Optional<Effect> of(Provider provider, Request request) {
        var path = request.path();
        if (provider == Provider.SHOP && isPost(request) && path.equals("/fulfilment-orders")) {
            return Optional.of(new Effect(
                    Action.REPLACEMENT, request.json().path("reference").asText()));
        }
        if (provider == Provider.SHOP && isPost(request) && path.equals("/refunds")) {
            return Optional.of(
                    new Effect(Action.REFUND, request.json().path("key").asText()));
        }
        if (provider != Provider.STRIPE) {
            return Optional.empty();
        }
        if (request.method().equals("DELETE") && path.startsWith(SUBSCRIPTIONS)) {
            return Optional.of(new Effect(Action.CANCELLATION, path.substring(SUBSCRIPTIONS.length())));
        }
        if (isPost(request) && path.equals("/v1/refunds")) {
            return ours(Action.REFUND, request);
        }
        return isPost(request) && path.endsWith("/balance_transactions")
                ? ours(Action.CREDIT, request)
                : Optional.empty();
    }

    /** Without a key of ours nothing is moved: so a node that starts only tries what its login may do. */
    private static Optional<Effect> ours(Action action, Request request) {
        return Optional.ofNullable(request.form().get(OUR_KEY)).map(key -> new Effect(action, key));
    }

    /** Whether the provider did it now: not refused, and not merely told again. */
    static boolean isNew(Reply reply) {
        return (reply.status() == 200 || reply.status() == 201)
                && !reply.headers().containsKey("Idempotent-Replayed");
    }

    private static boolean isPost(Request request) {
        return request.method().equals("POST");
    }
}
