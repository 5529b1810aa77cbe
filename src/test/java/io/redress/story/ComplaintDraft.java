package io.redress.story;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A complaint in the making: {@code aComplaint().claiming("not_received").aboutOrder("R-1001")}. */
final class ComplaintDraft {

    private final Map<String, Object> body = new LinkedHashMap<>();
    private final Map<String, Object> customer = new LinkedHashMap<>();
    private String client = "system";
    private String key;

    private ComplaintDraft() {
        body.put("channel", "web");
        body.put("description", "Something went wrong with my order.");
    }

    static ComplaintDraft aComplaint() {
        return new ComplaintDraft();
    }

    ComplaintDraft claiming(String claim) {
        return with("claim", claim);
    }

    ComplaintDraft aboutOrder(String number) {
        return with("order", Map.of("number", number));
    }

    ComplaintDraft affecting(String sku, int quantity) {
        return with("affectedItems", List.of(Map.of("sku", sku, "quantity", quantity)));
    }

    ComplaintDraft saying(String description) {
        return with("description", description);
    }

    ComplaintDraft by(String channel) {
        return with("channel", channel);
    }

    ComplaintDraft from(String email) {
        customer.put("email", email);
        return this;
    }

    ComplaintDraft named(String name) {
        customer.put("name", name);
        return this;
    }

    ComplaintDraft calling(String phone) {
        customer.put("phone", phone);
        return this;
    }

    ComplaintDraft speaking(String locale) {
        customer.put("locale", locale);
        return this;
    }

    ComplaintDraft livingIn(String timeZone) {
        customer.put("timeZone", timeZone);
        return this;
    }

    ComplaintDraft sentBy(String login) {
        client = login;
        return this;
    }

    ComplaintDraft withKey(String idempotencyKey) {
        key = idempotencyKey;
        return this;
    }

    ComplaintDraft with(String field, Object value) {
        body.put(field, value);
        return this;
    }

    Map<String, Object> body() {
        Map<String, Object> whole = new LinkedHashMap<>(body);
        if (!customer.isEmpty()) {
            whole.putIfAbsent("customer", customer);
        }
        return whole;
    }

    String client() {
        return client;
    }

    String key() {
        return key;
    }
}
