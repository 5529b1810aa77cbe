package io.redress.sandbox.easypost;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.sandbox.http.Reply;
import io.redress.sandbox.http.Request;
import io.redress.sandbox.http.Routes;
import io.redress.sandbox.http.Routes.Call;
import io.redress.sandbox.http.Service;
import io.redress.sandbox.state.Ids;
import io.redress.sandbox.state.Json;
import io.redress.sandbox.state.Records;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** A stand-in for {@code api.easypost.com/v2}: trackers, addresses, shipments, pick-ups, label refunds. No idempotency keys. */
public final class EasyPostService implements Service {

    private final String apiKey;
    private final Records records;
    private final Parcels parcels;
    private final Trackers trackers;
    private final Addresses addresses;
    private final Shipments shipments;
    private final Pickups pickups;
    private final Routes routes = new Routes();

    /** Serves the parcels the carriers know to whoever brings the key as the user name of Basic. */
    public EasyPostService(String apiKey, Parcels parcels) {
        this.apiKey = apiKey;
        this.parcels = parcels;
        this.records = parcels.records();
        this.trackers = new Trackers(records, parcels);
        this.addresses = new Addresses(records, parcels.clock());
        this.shipments = new Shipments(records, parcels, addresses, trackers);
        this.pickups = new Pickups(records, parcels, addresses);
        tracking();
        sending();
        pickingUp();
    }

    @Override
    public Reply answer(Request request, UnaryOperator<Reply> afterEffect) {
        try {
            if (request.credential().filter(apiKey::equals).isEmpty()) {
                throw EasyPostError.unauthenticated();
            }
            var route = routes.find(request).orElseThrow(EasyPostError::notFound);
            Reply reply;
            synchronized (records) {
                var found = Routes.call(route, request);
                reply = Reply.of(found.status(), Json.published(found.body()));
            }
            return afterEffect.apply(reply);
        } catch (EasyPostError refusal) {
            return refusal.reply();
        }
    }

    @Override
    public Reply failure(int status, String message) {
        var code = status == 429 ? "RATE_LIMITED" : "INTERNAL_SERVER_ERROR";
        return EasyPostError.reply(status, code, message, Json.array(List.of()));
    }

    private void tracking() {
        routes.add(
                "POST",
                "/v2/trackers",
                call -> Reply.of(201, track(call.request().json().path("tracker"))));
        routes.add(
                "GET", "/v2/trackers", call -> page(call, "tracker", "trackers", tracker -> filtered(call, tracker)));
        routes.add("GET", "/v2/trackers/{id}", call -> Reply.of(200, trackers.current(find("tracker", call.id()))));
        routes.add("POST", "/v2/addresses", call -> Reply.of(201, address(call)));
        routes.add("POST", "/v2/addresses/create_and_verify", call -> verified(address(call)));
        routes.add("GET", "/v2/addresses/{id}", call -> Reply.of(200, addresses.get(call.id())));
        routes.add("GET", "/v2/addresses/{id}/verify", call -> verified(addresses.get(call.id())));
    }

    private void sending() {
        routes.add(
                "POST",
                "/v2/shipments",
                call -> Reply.of(201, shipments.create(call.request().json().path("shipment"))));
        routes.add("GET", "/v2/shipments", call -> page(call, "shipment", "shipments", shipment -> true));
        routes.add("GET", "/v2/shipments/{id}", call -> Reply.of(200, shipments.get(call.id())));
        routes.add(
                "POST",
                "/v2/shipments/{id}/buy",
                call -> Reply.of(
                        200,
                        shipments.buy(
                                call.id(), call.request().json().at("/rate/id").asText())));
        routes.add("POST", "/v2/shipments/{id}/refund", call -> Reply.of(200, shipments.refund(call.id())));
        routes.add(
                "POST",
                "/v2/refunds",
                call -> Reply.of(201, refunds(call.request().json().path("refund"))));
        routes.add("GET", "/v2/refunds", call -> page(call, "refund", "refunds", refund -> true));
        routes.add("GET", "/v2/refunds/{id}", call -> Reply.of(200, find("refund", call.id())));
    }

    private void pickingUp() {
        routes.add(
                "POST",
                "/v2/pickups",
                call -> Reply.of(200, pickups.create(call.request().json().path("pickup"))));
        routes.add("GET", "/v2/pickups/{id}", call -> Reply.of(200, pickups.get(call.id())));
        routes.add(
                "POST",
                "/v2/pickups/{id}/buy",
                call -> Reply.of(200, pickups.buy(call.id(), call.request().json())));
        routes.add("POST", "/v2/pickups/{id}/cancel", call -> Reply.of(200, pickups.cancel(call.id())));
    }

    private ObjectNode track(JsonNode request) {
        if (!request.hasNonNull("tracking_code")) {
            throw EasyPostError.required("tracking_code");
        }
        return trackers.create(request.path("tracking_code").asText(), Json.text(request, "carrier"), null);
    }

    private ObjectNode address(Call call) {
        return addresses.from(call.request().json().path("address"), "address");
    }

    private Reply verified(ObjectNode address) {
        return Reply.of(200, Json.object("address", addresses.verify(address)));
    }

    private JsonNode refunds(JsonNode request) {
        var made = new ArrayList<JsonNode>();
        for (var code : request.path("tracking_codes")) {
            var shipment = records.all("shipment").stream()
                    .filter(s -> code.asText().equals(Json.text(s, "tracking_code")))
                    .findFirst()
                    .orElseThrow(EasyPostError::notFound);
            shipments.refund(shipment.path("id").asText());
            made.add(refund(shipment, Json.text(request, "carrier")));
        }
        return Json.array(made);
    }

    private ObjectNode refund(ObjectNode shipment, String carrier) {
        var now = parcels.clock().instant().truncatedTo(ChronoUnit.SECONDS).toString();
        var refund = Json.object(
                "id",
                Ids.easypost("rfnd"),
                "object",
                "Refund",
                "carrier",
                carrier,
                "confirmation_number",
                null,
                "created_at",
                now,
                "updated_at",
                now,
                "shipment_id",
                shipment.path("id"),
                "status",
                "submitted",
                "tracking_code",
                shipment.path("tracking_code"));
        records.put("refund", refund.path("id").asText(), refund);
        return refund;
    }

    private static boolean filtered(Call call, ObjectNode tracker) {
        var query = call.request().query();
        return List.of("tracking_code", "carrier").stream()
                .filter(query::containsKey)
                .allMatch(name -> query.get(name).equals(tracker.path(name).asText()));
    }

    private Reply page(Call call, String kind, String plural, Predicate<ObjectNode> filter) {
        var query = call.request().query();
        var found = new ArrayList<>(records.all(kind).stream().filter(filter).toList());
        Collections.reverse(found);
        var ids = found.stream().map(object -> object.path("id").asText()).toList();
        var from = query.containsKey("before_id") ? ids.indexOf(query.get("before_id")) + 1 : 0;
        var to = Math.min(found.size(), from + Integer.parseInt(query.getOrDefault("page_size", "20")));
        var members = found.subList(from, to).stream()
                .map(object -> kind.equals("tracker") ? trackers.current(object) : object)
                .toList();
        return Reply.of(200, Json.object(plural, Json.array(members), "has_more", to < found.size()));
    }

    private ObjectNode find(String kind, String id) {
        return records.find(kind, id).orElseThrow(EasyPostError::notFound);
    }
}
