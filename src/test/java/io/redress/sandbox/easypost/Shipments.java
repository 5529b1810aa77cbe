package io.redress.sandbox.easypost;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.sandbox.state.Ids;
import io.redress.sandbox.state.Json;
import io.redress.sandbox.state.Records;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** EasyPost's shipments: rates to choose from, a label once bought, its refund only submitted. */
record Shipments(Records records, Parcels parcels, Addresses addresses, Trackers trackers) {

    /** How long carriers take to say whether they pay an unused label back. */
    private static final Duration UNTIL_REFUNDED = Duration.ofDays(10);

    /** A shipment with rates; bought at once where the request names carrier and service. */
    ObjectNode create(JsonNode request) {
        if (!request.isObject() || request.isEmpty()) {
            throw EasyPostError.required("shipment");
        }
        var to = addresses.from(request.path("to_address"), "to_address");
        var from = addresses.from(request.path("from_address"), "from_address");
        var isReturn = request.path("is_return").asBoolean();
        var id = Ids.easypost("shp");
        var shipment = dated("easypost/shipment", id)
                .put("reference", Json.text(request, "reference"))
                .put("is_return", isReturn);
        shipment.set("to_address", isReturn ? from : to);
        shipment.set("from_address", isReturn ? to : from);
        shipment.set("return_address", from);
        shipment.set("buyer_address", to);
        shipment.set("parcel", parcel(request.path("parcel")));
        shipment.set("options", request.path("options").isObject() ? request.path("options") : Json.object());
        shipment.set(
                "rates", Json.array(List.of(rate(id, "GroundAdvantage", "5.93", 3), rate(id, "Express", "32.40", 1))));
        records.put("shipment", id, shipment);
        return request.hasNonNull("service")
                ? buy(id, service(shipment, request.path("service").asText()))
                : shipment;
    }

    /** By id, or by the reference its creator gave. */
    ObjectNode get(String idOrReference) {
        var shipment = records.find("shipment", idOrReference)
                .or(() -> records.all("shipment").stream()
                        .filter(s -> idOrReference.equals(Json.text(s, "reference")))
                        .findFirst())
                .orElseThrow(EasyPostError::notFound);
        if (Json.text(shipment, "_refund_asked_at") != null
                && Instant.parse(Json.text(shipment, "_refund_asked_at"))
                        .plus(UNTIL_REFUNDED)
                        .isBefore(parcels.clock().instant())) {
            shipment.put("refund_status", shipment.path("_used").asBoolean() ? "rejected" : "refunded");
        }
        if (shipment.path("tracker") instanceof ObjectNode tracker) {
            shipment.set("tracker", trackers.current(tracker));
            shipment.set("status", shipment.at("/tracker/status"));
        }
        return shipment;
    }

    /** Buys the label of a rate; there is no second one for the same shipment. */
    ObjectNode buy(String idOrReference, String rateId) {
        var shipment = get(idOrReference);
        if (shipment.hasNonNull("postage_label")) {
            throw EasyPostError.refused(
                    "SHIPMENT.POSTAGE.EXISTS", "Postage already exists for this shipment. Create a new shipment.");
        }
        var rate = StreamSupport.stream(shipment.path("rates").spliterator(), false)
                .filter(r -> r.path("id").asText().equals(rateId))
                .findFirst()
                .orElseThrow(() -> EasyPostError.required("rate"));
        var to = shipment.path("to_address");
        var code = parcels.dispatch(
                rate.path("carrier").asText(),
                // What a customer sends back leaves when they bring it to the carrier, or are called on.
                shipment.path("is_return").asBoolean() ? ParcelFate.PRE_TRANSIT : ParcelFate.MOVING,
                parcels.clock().instant(),
                Json.text(to, "city"),
                Json.text(to, "zip"),
                null);
        var id = shipment.path("id").asText();
        shipment.set("selected_rate", rate);
        shipment.set("postage_label", label());
        shipment.put("tracking_code", code);
        shipment.set("tracker", trackers.create(code, rate.path("carrier").asText(), id));
        shipment.put("updated_at", now())
                .put("_bought_at", parcels.clock().instant().toString());
        records.put("shipment", id, shipment);
        return shipment;
    }

    /** Asks the carrier for the postage back; the answer takes weeks. */
    ObjectNode refund(String idOrReference) {
        var shipment = get(idOrReference);
        if (!shipment.hasNonNull("postage_label")) {
            throw EasyPostError.refused("SHIPMENT.REFUND.UNAVAILABLE", "This shipment has no postage to refund.");
        }
        if (!shipment.hasNonNull("refund_status")) {
            shipment.put("refund_status", "submitted")
                    .put("_refund_asked_at", now())
                    .put("_used", parcels.hasLeft(Json.text(shipment, "tracking_code")));
        }
        records.put("shipment", shipment.path("id").asText(), shipment);
        return shipment;
    }

    private static String service(ObjectNode shipment, String service) {
        return StreamSupport.stream(shipment.path("rates").spliterator(), false)
                .filter(rate -> rate.path("service").asText().equals(service))
                .map(rate -> rate.path("id").asText())
                .findFirst()
                .orElse("");
    }

    private ObjectNode rate(String shipment, String service, String price, int days) {
        return dated("easypost/rate", Ids.easypost("rate"))
                .put("service", service)
                .put("rate", price)
                .put("list_rate", price)
                .put("retail_rate", price)
                .put("delivery_days", days)
                .put("est_delivery_days", days)
                .put("shipment_id", shipment);
    }

    private ObjectNode label() {
        return dated("easypost/postage_label", Ids.easypost("pl")).put("label_date", now());
    }

    private ObjectNode dated(String template, String id) {
        return Json.template(template).put("id", id).put("created_at", now()).put("updated_at", now());
    }

    private ObjectNode parcel(JsonNode request) {
        var parcel = Json.object(
                "id",
                Ids.easypost("prcl"),
                "object",
                "Parcel",
                "mode",
                "test",
                "created_at",
                now(),
                "updated_at",
                now());
        Stream.of("length", "width", "height", "weight", "predefined_package")
                .forEach(name -> parcel.set(name, request.hasNonNull(name) ? request.path(name) : null));
        return parcel;
    }

    private String now() {
        return parcels.clock().instant().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
