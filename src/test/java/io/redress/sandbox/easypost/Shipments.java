package io.redress.sandbox.easypost;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.sandbox.state.Ids;
import io.redress.sandbox.state.Json;
import io.redress.sandbox.state.Records;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** EasyPost's shipments: rates to choose from, a label once bought, its refund only submitted. */
record Shipments(Records records, Parcels parcels, Addresses addresses, Trackers trackers) {

    /** A shipment with rates; bought at once where the request names carrier and service. */
    ObjectNode create(JsonNode request) {
        if (!request.isObject() || request.isEmpty()) {
            throw EasyPostError.required("shipment");
        }
        var to = addresses.from(request.path("to_address"), "to_address");
        var from = addresses.from(request.path("from_address"), "from_address");
        var isReturn = request.path("is_return").asBoolean();
        var id = Ids.easypost("shp");
        var shipment = Json.object(
                "id",
                id,
                "object",
                "Shipment",
                "mode",
                "test",
                "created_at",
                now(),
                "updated_at",
                now(),
                "reference",
                Json.text(request, "reference"),
                "is_return",
                isReturn,
                "to_address",
                isReturn ? from : to,
                "from_address",
                isReturn ? to : from,
                "return_address",
                from,
                "buyer_address",
                to,
                "parcel",
                parcel(request.path("parcel")),
                "customs_info",
                null,
                "options",
                request.path("options").isObject() ? request.path("options") : Json.object(),
                "insurance",
                null,
                "batch_id",
                null,
                "batch_message",
                null,
                "batch_status",
                null,
                "usps_zone",
                4,
                "rates",
                List.of(rate(id, "GroundAdvantage", "5.93", 3), rate(id, "Express", "32.40", 1)),
                "selected_rate",
                null,
                "postage_label",
                null,
                "tracker",
                null,
                "tracking_code",
                null,
                "status",
                "unknown",
                "refund_status",
                null,
                "fees",
                List.of(),
                "messages",
                List.of(),
                "forms",
                List.of());
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
                ParcelFate.MOVING,
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
        shipment.put("refund_status", "submitted");
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
        return Json.object(
                "id",
                Ids.easypost("rate"),
                "object",
                "Rate",
                "mode",
                "test",
                "created_at",
                now(),
                "updated_at",
                now(),
                "carrier",
                "USPS",
                "carrier_account_id",
                "ca_sandbox",
                "service",
                service,
                "rate",
                price,
                "currency",
                "USD",
                "list_rate",
                price,
                "list_currency",
                "USD",
                "retail_rate",
                price,
                "retail_currency",
                "USD",
                "delivery_days",
                days,
                "est_delivery_days",
                days,
                "delivery_date",
                null,
                "delivery_date_guaranteed",
                false,
                "billing_type",
                "easypost",
                "shipment_id",
                shipment);
    }

    private ObjectNode label() {
        return Json.object(
                "id",
                Ids.easypost("pl"),
                "object",
                "PostageLabel",
                "created_at",
                now(),
                "updated_at",
                now(),
                "date_advance",
                0,
                "integrated_form",
                "none",
                "label_date",
                now(),
                "label_resolution",
                300,
                "label_size",
                "4x6",
                "label_type",
                "default",
                "label_file_type",
                "image/png",
                "label_url",
                "https://easypost-files.example/postage_label/sandbox.png",
                "label_file",
                null,
                "label_pdf_url",
                null,
                "label_zpl_url",
                null,
                "label_epl2_url",
                null);
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
