package io.redress.sandbox.shop;

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
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A small shop with a warehouse, bearer token, JSON, decimals as strings: {@code GET /orders/{number}},
 * {@code GET /orders?trackingCode=|paymentReference=|email=|placedFrom=|placedTo=|sku=} with {@code page=},
 * {@code POST /refunds}, {@code GET /refunds}, {@code POST /fulfilment-orders} (once per
 * {@code reference}), {@code GET /fulfilment-orders?reference=}, {@code POST /fulfilment-orders/{id}/cancel}.
 */
public final class ShopService implements Service {

    private final String token;
    private final Records records;
    private final Warehouse warehouse;
    private final ShopRefunds refunds;
    private final Routes routes = new Routes();

    /** Serves orders and stock of the records; parcels sent out are handed to the carriers. */
    public ShopService(String token, Records records, Parcels parcels, Clock clock) {
        this.token = token;
        this.records = records;
        this.warehouse = new Warehouse(records, parcels, clock);
        this.refunds = new ShopRefunds(records, clock);
        routes.add("GET", "/orders/{number}", call -> Reply.of(200, order(call.id())));
        routes.add("GET", "/orders", OrderSearch.parameters(), new OrderSearch(records)::answer);
        routes.add("POST", "/refunds", refunds::create);
        routes.add("GET", "/refunds", ShopRefunds.FILTERS, refunds::search);
        routes.add("POST", "/fulfilment-orders", this::fulfil);
        routes.add("GET", "/fulfilment-orders", Set.of("reference"), this::fulfilments);
        routes.add("POST", "/fulfilment-orders/{id}/cancel", call -> Reply.of(200, warehouse.cancel(call.id())));
    }

    /** Puts an order into the shop's books. */
    public void keep(ObjectNode order) {
        records.put("order", order.path("number").asText(), order);
    }

    /** The order of that number. */
    public Optional<ObjectNode> find(String number) {
        return records.find("order", number);
    }

    /** A later payment of an order, as of a subscription that goes on. */
    public void paid(String number, ObjectNode payment) {
        synchronized (records) {
            find(number).ifPresent(order -> {
                order.withArray("/payments").add(payment);
                keep(order);
            });
        }
    }

    /**
     * Takes a payment that the shop holds itself.
     *
     * @param ends how its refunds end: {@code succeeded} or {@code failed} at once, after they were {@code pending} or
     *     {@code pending_failed}, {@code returned} after they had succeeded; {@code refused} where there are none
     * @return its reference
     */
    public String hold(String orderNumber, BigDecimal amount, String currency, String ends) {
        return refunds.hold(orderNumber, amount, currency, ends);
    }

    /** A payment that the shop holds itself. */
    public Optional<ObjectNode> payment(String reference) {
        return refunds.payment(reference);
    }

    /** Pays back by hand what the shop holds itself; null for all that is left. */
    public ObjectNode refundByHand(ObjectNode payment, BigDecimal amount) {
        synchronized (records) {
            return refunds.byHand(payment, amount);
        }
    }

    /** Every refund of what the shop holds itself, oldest first. */
    public List<ObjectNode> refunds() {
        return refunds.all();
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
        return find(number).orElseThrow(() -> new ShopError(404, "No order " + number));
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
}
