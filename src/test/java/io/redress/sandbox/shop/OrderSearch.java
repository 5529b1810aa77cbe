package io.redress.sandbox.shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.sandbox.http.Reply;
import io.redress.sandbox.http.Routes.Call;
import io.redress.sandbox.state.Json;
import io.redress.sandbox.state.Records;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.StreamSupport;

/**
 * The search for orders, by any of its filters together: oldest order first, a hundred a page, the first page being 0.
 * {@code placedFrom} is included, {@code placedTo} is not; both are days in UTC or times.
 */
record OrderSearch(Records records) {

    private static final Map<String, BiPredicate<JsonNode, String>> FILTERS = Map.of(
            "trackingCode", (order, code) -> any(order.path("shipments"), "trackingCode", code),
            "paymentReference", (order, reference) -> any(order.path("payments"), "reference", reference),
            "email", (order, email) -> order.at("/customer/email").asText().equalsIgnoreCase(email),
            "sku", (order, sku) -> any(order.path("items"), "sku", sku),
            "placedFrom", (order, from) -> !placedOn(order).isBefore(time(from)),
            "placedTo", (order, to) -> placedOn(order).isBefore(time(to)));

    private static final String PAGE = "page";
    private static final int PAGE_SIZE = 100;

    static Set<String> parameters() {
        var all = new HashSet<>(FILTERS.keySet());
        all.add(PAGE);
        return all;
    }

    Reply answer(Call call) {
        var asked = new HashMap<>(call.request().query());
        int page = page(asked.remove(PAGE));
        if (asked.isEmpty() || !FILTERS.keySet().containsAll(asked.keySet())) {
            throw new ShopError(400, "Ask for " + String.join(", ", new TreeSet<>(FILTERS.keySet())));
        }
        var found = records.all("order").stream()
                .filter(order -> matches(order, asked))
                .sorted(Comparator.comparing(OrderSearch::placedOn))
                .toList();
        var members =
                found.stream().skip((long) page * PAGE_SIZE).limit(PAGE_SIZE).toList();
        boolean more = found.size() > (page + 1L) * PAGE_SIZE;
        return Reply.of(200, Json.object("orders", Json.array(members), "nextPage", more ? page + 1 : null));
    }

    private static boolean matches(ObjectNode order, Map<String, String> asked) {
        return asked.entrySet().stream()
                .allMatch(filter -> FILTERS.get(filter.getKey()).test(order, filter.getValue()));
    }

    private static int page(String text) {
        if (text != null && !text.matches("\\d{1,6}")) {
            throw new ShopError(400, "page must be a number from 0");
        }
        return text == null ? 0 : Integer.parseInt(text);
    }

    private static Instant placedOn(JsonNode order) {
        return Instant.parse(order.path("placedOn").asText());
    }

    private static Instant time(String text) {
        try {
            return text.contains("T")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeParseException e) {
            throw new ShopError(400, "not a day or a time with an offset: " + text);
        }
    }

    private static boolean any(JsonNode list, String field, String value) {
        return StreamSupport.stream(list.spliterator(), false)
                .anyMatch(element -> element.path(field).asText().equals(value));
    }
}
