package io.redress.sandbox.stripe;

import io.redress.sandbox.http.Request;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What keys may do: the secret key everything, a restricted key what it was given, such as {@code charge_write}. */
final class Rights {

    /** The resource of a path's beginning, the longer beginnings first. */
    private static final List<Map.Entry<String, String>> RESOURCES = List.of(
            Map.entry("/v1/refunds", "charge"),
            Map.entry("/v1/charges", "charge"),
            Map.entry("/v1/payment_intents", "payment_intent"),
            Map.entry("/v1/disputes", "dispute"),
            Map.entry("/v1/customers", "customer"),
            Map.entry("/v1/subscriptions", "subscription"),
            Map.entry("/v1/invoice_payments", "invoice"),
            Map.entry("/v1/invoices", "invoice"),
            Map.entry("/v1/coupons", "coupon"),
            Map.entry("/v1/promotion_codes", "promotion_code"),
            Map.entry("/v1/balance_transactions", "balance"),
            Map.entry("/v1/events", "event"));

    private final String secretKey;
    private final Map<String, Set<String>> restricted = new ConcurrentHashMap<>();

    Rights(String secretKey) {
        this.secretKey = secretKey;
    }

    void restrict(String key, Set<String> rights) {
        restricted.put(key, Set.copyOf(rights));
    }

    /** Refuses a key that is unknown, or may not do this. */
    void check(Request request) {
        var key = request.credential().orElse("");
        if (key.equals(secretKey)) {
            return;
        }
        var rights = restricted.get(key);
        if (rights == null) {
            throw StripeError.unauthenticated();
        }
        var resource = RESOURCES.stream()
                .filter(entry -> request.path().startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
        var needed = resource + (request.method().equals("GET") ? "_read" : "_write");
        if (!rights.contains(needed) && !rights.contains(resource + "_write")) {
            throw StripeError.notPermitted(key, needed);
        }
    }
}
