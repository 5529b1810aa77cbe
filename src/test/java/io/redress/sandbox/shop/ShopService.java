package io.redress.sandbox.shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.sandbox.easypost.Parcels;
import io.redress.sandbox.http.Reply;
import io.redress.sandbox.http.Request;
import io.redress.sandbox.http.Routes;
import io.redress.sandbox.http.Routes.Call;
import io.redress.sandbox.http.Service;
import io.redress.sandbox.state.Json;
import io.redress.sandbox.state.Records;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;

/**
 * A small shop with a warehouse, bearer token, JSON, decimals as strings: {@code GET /orders/{number}},
 * {@code GET /orders?trackingCode=|paymentReference=|email=}, {@code POST /fulfilment-orders} (once per
 * {@code reference}), {@code GET /fulfilment-orders?reference=}, {@code POST /fulfilment-orders/{id}/cancel}.
 */
public final class ShopService implements Service {

    private static final Map<String, BiPredicate<JsonNode, String>> FILTERS = Map.of(
            "trackingCode", (order, code) -> any(order.path("shipments"), "trackingCode", code),
            "paymentReference", (order, reference) -> any(order.path("payments"), "reference", reference),
            "email", (order, email) -> order.at("/customer/email").asText().equalsIgnoreCase(email));

    private final String token;
    private final Records records;
    private final Warehouse warehouse;
    private final Routes routes = new Routes();

    /** Serves orders and stock of the records; parcels sent out are handed to the carriers. */
    public ShopService(String token, Records records, Parcels parcels, Clock clock) {
        this.token = token;
        this.records = records;
        this.warehouse = new Warehouse(records, parcels, clock);
        routes.add("GET", "/orders/{number}", call -> Reply.of(200, order(call.id())));
        routes.add("GET", "/orders", FILTERS.keySet(), this::search);
        routes.add("POST", "/fulfilment-orders", this::fulfil);
        routes.add("GET", "/fulfilment-orders", Set.of("reference"), this::fulfilments);
        routes.add("POST", "/fulfilment-orders/{id}/cancel", call -> Reply.of(200, warehouse.cancel(call.id())));
    }

    /** Puts an order into the shop's books. */
    public void keep(ObjectNode order) {
        records.put("order", order.path("number").asText(), order);
    }

    /** All orders, oldest first. */
    public List<ObjectNode> orders() {
        return records.all("order");
    }

    /** All orders to the warehouse, oldest first, the refused ones too. */
    public List<ObjectNode> fulfilments() {
        return records.all("fulfilment");
    }

    /** Sets what is left of an article. */
    public void stock(String sku, int quantity) {
        warehouse.stock(sku, quantity);
    }

    /** Lets the warehouse take its time to pack what replaces something of this order. */
    public void packLater(String orderNumber) {
        warehouse.packLater(orderNumber);
    }

    /** What is left of an article. */
    public int stock(String sku) {
        return warehouse.stock(sku);
    }

    @Override
    public Reply answer(Request request, UnaryOperator<Reply> afterEffect) {
        try {
            if (request.credential().filter(token::equals).isEmpty()) {
                throw new ShopError(401, "The token is missing or wrong");
            }
            var route = routes.find(request).orElseThrow(() -> new ShopError(404, "Nothing here"));
            Reply reply;
            synchronized (records) {
                var found = Routes.call(route, request);
                reply = Reply.of(found.status(), Json.published(found.body()));
            }
            return afterEffect.apply(reply);
        } catch (ShopError refusal) {
            return refusal.reply();
        } catch (UncheckedIOException | NumberFormatException e) {
            return ShopError.reply(400, "The body is not what it should be: " + e.getMessage());
        }
    }

    @Override
    public Reply failure(int status, String message) {
        return ShopError.reply(status, message);
    }

    private ObjectNode order(String number) {
        return records.find("order", number).orElseThrow(() -> new ShopError(404, "No order " + number));
    }

    private Reply search(Call call) {
        var query = call.request().query();
        if (query.isEmpty() || !FILTERS.keySet().containsAll(query.keySet())) {
            throw new ShopError(400, "Ask for trackingCode, paymentReference or email");
        }
        var found = orders().stream()
                .filter(order -> query.entrySet().stream()
                        .allMatch(asked -> FILTERS.get(asked.getKey()).test(order, asked.getValue())))
                .toList();
        return Reply.of(200, Json.object("orders", Json.array(found)));
    }

    private Reply fulfil(Call call) {
        var request = call.request().json();
        return warehouse
                .byReference(request.path("reference").asText())
                .map(known -> Reply.of(200, known))
                .orElseGet(() -> Reply.of(201, warehouse.send(request)));
    }

    private Reply fulfilments(Call call) {
        var reference = call.request().query().getOrDefault("reference", "");
        var found = warehouse.byReference(reference).map(List::of).orElse(List.of());
        return Reply.of(200, Json.object("fulfilmentOrders", Json.array(found)));
    }

    private static boolean any(JsonNode list, String field, String value) {
        return StreamSupport.stream(list.spliterator(), false)
                .anyMatch(element -> element.path(field).asText().equals(value));
    }
}
