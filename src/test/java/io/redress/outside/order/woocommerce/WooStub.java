package io.redress.outside.order.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.redress.outside.wire.FreshProviders;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.web.client.RestClient;

/** A WooCommerce shop that remembers its orders, as far as its documentation describes what we ask of it. */
final class WooStub implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    final Map<Long, ObjectNode> orders = new TreeMap<>();
    final List<String> notes = new ArrayList<>();
    final Map<String, JsonNode> products = new TreeMap<>();
    final Map<Long, JsonNode> refunds = new TreeMap<>();

    /** Requests whose answer gets lost after they took effect, as {@code "POST /orders"}. */
    final List<String> lost = new ArrayList<>();

    /** Requests that never arrive. */
    final List<String> unheard = new ArrayList<>();

    /** Refunds that were asked for, as they were. */
    final List<JsonNode> refundsAsked = new ArrayList<>();

    /** What the gateway says instead of paying back; {@code null} where it pays. */
    String gatewayRefuses;

    /** Whether the shop comes as far as to note that the gateway paid, and our meta data after that. */
    boolean finishesRefunds = true;

    private final HttpServer server;

    WooStub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/wp-json/wc/v3", this::answer);
        server.start();
    }

    static JsonNode example(String file) {
        try (InputStream json = WooStub.class.getResourceAsStream("/woocommerce/" + file)) {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Order 727 of the documentation, with what the Stripe gateway notes of a card payment. */
    static ObjectNode order727() {
        ObjectNode order = (ObjectNode) example("order-727.json");
        order.put("created_via", "checkout").put("payment_method", "stripe").put("transaction_id", "ch_727");
        meta(order, "_stripe_intent_id", JSON.getNodeFactory().textNode("pi_727"));
        meta(order, "_stripe_customer_id", JSON.getNodeFactory().textNode("cus_727"));
        return order;
    }

    static void meta(ObjectNode order, String key, JsonNode value) {
        order.withArray("meta_data").addObject().put("key", key).set("value", value);
    }

    static void fee(ObjectNode order, long id, String name, String total, String tax) {
        order.withArray("fee_lines")
                .addObject()
                .put("id", id)
                .put("name", name)
                .put("total", total)
                .put("total_tax", tax);
    }

    static void parcel(ObjectNode order, String trackingCode) {
        ArrayNode parcels = JSON.createArrayNode();
        parcels.addObject()
                .put("tracking_provider", "")
                .put("custom_tracking_provider", "DHLExpress")
                .put("tracking_number", trackingCode)
                .put("date_shipped", "1490227200");
        meta(order, "_wc_shipment_tracking_items", parcels);
    }

    static WooShop shop(int port, Duration deadline) {
        return WooShop.at(properties(port, deadline), RestClient.builder(), FreshProviders.unlimited());
    }

    static WooProperties properties(int port, Duration deadline) {
        return new WooProperties(
                URI.create("http://127.0.0.1:" + port + "/"), "ck_1", "cs_1", "_wc_shipment_tracking_items", deadline);
    }

    /** An order paid with PayPal. */
    static ObjectNode paidWithPaypal() {
        ObjectNode order = (ObjectNode) example("order-727.json");
        return order.put("created_via", "checkout")
                .put("payment_method", "ppcp-gateway")
                .put("transaction_id", "PP-1");
    }

    WooPayments payments(Clock clock) {
        WooProperties properties = properties(server.getAddress().getPort(), Duration.ofSeconds(10));
        return new WooPayments(
                WooShop.calls(properties, RestClient.builder(), FreshProviders.unlimited()),
                new WooParcels(properties.trackingMeta()),
                clock);
    }

    WooShop shop() {
        return shop(server.getAddress().getPort(), Duration.ofSeconds(10));
    }

    void keep(ObjectNode order) {
        orders.put(order.path("id").asLong(), order);
    }

    /** Keeps an order with its refunds as the shop tells them apart from it. */
    void keep(ObjectNode order, String refunds) {
        try {
            order.withArray("refunds")
                    .addObject()
                    .put("id", 724)
                    .put("reason", "")
                    .put("total", "-1.00");
            this.refunds.put(order.path("id").asLong(), JSON.readTree(refunds.replace('\'', '"')));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        keep(order);
    }

    List<ObjectNode> replacements() {
        return orders.values().stream()
                .filter(order -> order.path("parent_id").asLong() != 0)
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring("/wp-json/wc/v3".length());
        JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
        if (unheard.remove(exchange.getRequestMethod() + " " + path)) {
            exchange.close();
            return;
        }
        JsonNode answer = answer(exchange.getRequestMethod(), path, query(exchange.getRequestURI()), body);
        if (lost.remove(exchange.getRequestMethod() + " " + path)) {
            exchange.close();
            return;
        }
        byte[] bytes =
                (answer == null ? example("error-404.json") : answer).toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        int status = answer == null ? 404 : answer.at("/data/status").asInt(200);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private JsonNode answer(String method, String path, Map<String, String> query, JsonNode body) {
        String[] parts = path.split("/");
        if (path.startsWith("/products/")) {
            return products.get(path);
        }
        if (path.equals("/orders")) {
            return method.equals("POST") ? create(body) : list(query);
        }
        ObjectNode order = orders.get(Long.parseLong(parts[2]));
        if (order == null) {
            return null;
        }
        if (path.endsWith("/notes")) {
            notes.add(parts[2] + ": " + body.path("note").asText());
            return example("note-281.json");
        }
        if (path.endsWith("/refunds") && method.equals("POST")) {
            refundsAsked.add(body);
            return gatewayRefuses == null ? giveBack(order, body) : refused();
        }
        if (path.endsWith("/refunds")) {
            return refunds.getOrDefault(Long.parseLong(parts[2]), example("refunds-723.json"));
        }
        return method.equals("PUT") ? change(order, body) : order;
    }

    private static JsonNode change(ObjectNode order, JsonNode body) {
        if (body.has("status")) {
            order.put("status", body.path("status").asText());
        }
        body.path("meta_data").forEach(meta -> meta(order, meta.path("key").asText(), meta.path("value")));
        return order;
    }

    private JsonNode refused() {
        ObjectNode error = JSON.createObjectNode();
        error.put("code", "woocommerce_rest_cannot_create_order_refund").put("message", gatewayRefuses);
        error.putObject("data").put("status", 500);
        return error;
    }

    private JsonNode giveBack(ObjectNode order, JsonNode draft) {
        ObjectNode refund = JSON.createObjectNode();
        long id = order.path("id").asLong() * 100 + order.withArray("refunds").size();
        refund.put("id", id).put("date_created_gmt", "2017-03-23T10:00:00");
        refund.put("amount", draft.path("amount").asText());
        refund.put("reason", draft.path("reason").asText());
        refund.put("refunded_payment", finishesRefunds);
        refund.set("meta_data", finishesRefunds ? draft.path("meta_data") : JSON.createArrayNode());
        refund.putArray("line_items");
        order.withArray("refunds").addObject().put("id", id);
        ArrayNode all = (ArrayNode) refunds.computeIfAbsent(order.path("id").asLong(), none -> JSON.createArrayNode());
        all.add(refund);
        return refund;
    }

    private JsonNode create(JsonNode draft) {
        ObjectNode order = order727();
        order.setAll((ObjectNode) draft);
        order.remove("set_paid");
        long id = orders.keySet().stream().max(Long::compare).orElse(0L) + 1;
        order.put("id", id).put("number", Long.toString(id));
        order.put("total", "0.00").put("shipping_total", "0.00").put("created_via", "rest-api");
        order.withArray("line_items")
                .forEach(line -> ((ObjectNode) line).put("id", id).put("total_tax", "0.00"));
        keep(order);
        return order;
    }

    private JsonNode list(Map<String, String> query) {
        Predicate<ObjectNode> wanted = order -> (!query.containsKey("parent")
                        || query.get("parent").equals(order.path("parent_id").asText()))
                && (!query.containsKey("search") || order.toString().contains(query.get("search")));
        ArrayNode found = JSON.createArrayNode();
        orders.values().stream().filter(wanted).forEach(found::add);
        return found;
    }

    private static Map<String, String> query(URI uri) {
        return uri.getRawQuery() == null
                ? Map.of()
                : Arrays.stream(uri.getRawQuery().split("&"))
                        .map(pair -> pair.split("=", 2))
                        .collect(Collectors.toMap(
                                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }
}
