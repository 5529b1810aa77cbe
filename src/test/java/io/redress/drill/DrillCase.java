package io.redress.drill;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.sandbox.state.Json;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * One affair of the drill: an order, and what is filed about it.
 *
 * @param caseNumbers every case number that any node ever answered
 */
record DrillCase(int number, Kind kind, JsonNode order, Set<String> caseNumbers) {

    static DrillCase of(int number, Kind kind, JsonNode order) {
        return new DrillCase(number, kind, order, new ConcurrentSkipListSet<>());
    }

    /** The key under which its nth complaint is filed, however often. */
    String key(int complaint) {
        return "drill-%d-%d".formatted(number, complaint);
    }

    List<String> cases() {
        return List.copyOf(caseNumbers);
    }

    String orderNumber() {
        return order.path("number").asText();
    }

    String email() {
        return order.at("/customer/email").asText();
    }

    /** The nth complaint, as the shop's own site would send it. */
    String body(int complaint) {
        var customer = Json.object("name", order.at("/customer/name"), "email", email(), "locale", "en");
        var text = "Something went wrong with order %s, says person %d.".formatted(orderNumber(), complaint);
        return Json.object(
                        "channel",
                        "web",
                        "claim",
                        kind.claim(),
                        "externalId",
                        key(complaint),
                        "order",
                        Json.object("number", orderNumber()),
                        "customer",
                        customer,
                        "description",
                        text)
                .toString();
    }

    @Override
    public String toString() {
        return "%s (%s, %s)".formatted(String.join(" ", caseNumbers), kind, orderNumber());
    }
}
