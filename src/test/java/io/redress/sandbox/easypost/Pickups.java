package io.redress.sandbox.easypost;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.sandbox.state.Ids;
import io.redress.sandbox.state.Json;
import io.redress.sandbox.state.Records;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** EasyPost's pick-ups: made with an address, a window and a shipment; fixed once a rate is bought. */
record Pickups(Records records, Parcels parcels, Addresses addresses) {

    ObjectNode create(JsonNode request) {
        for (var field : List.of("min_datetime", "max_datetime")) {
            if (!request.hasNonNull(field)) {
                throw EasyPostError.required(field);
            }
        }
        var id = Ids.easypost("pickup");
        var pickup = dated("Pickup", id)
                .put("reference", Json.text(request, "reference"))
                .put("status", "unknown")
                .put("min_datetime", moment(request, "min_datetime").toString())
                .put("max_datetime", moment(request, "max_datetime").toString())
                .put("is_account_address", request.path("is_account_address").asBoolean())
                .put("instructions", Json.text(request, "instructions"))
                .putNull("confirmation")
                .put("_shipment", Json.text(request.path("shipment"), "id"));
        pickup.set("address", addresses.from(request.path("address"), "address"));
        pickup.set("messages", Json.array(List.of()));
        pickup.set("carrier_accounts", Json.array(List.of()));
        pickup.set("pickup_rates", Json.array(List.of(rate(id, "FutureDay", "4.50"), rate(id, "NextDay", "0.00"))));
        records.put("pickup", id, pickup);
        return pickup;
    }

    ObjectNode get(String id) {
        return records.find("pickup", id).orElseThrow(EasyPostError::notFound);
    }

    /** Fixes the pick-up; the parcel then starts when its window opens. */
    ObjectNode buy(String id, JsonNode rate) {
        var pickup = get(id);
        if (!pickup.path("status").asText().equals("unknown")) {
            throw EasyPostError.refused("PICKUP.BUY.FAILURE", "This pickup cannot be bought.");
        }
        if (!rate.hasNonNull("carrier") || !rate.hasNonNull("service")) {
            throw EasyPostError.required("carrier");
        }
        pickup.put("status", "scheduled").put("confirmation", "SBX" + Ids.digits());
        code(pickup).ifPresent(code -> parcels.start(code, Instant.parse(Json.text(pickup, "min_datetime"))));
        records.put("pickup", id, pickup);
        return pickup;
    }

    ObjectNode cancel(String id) {
        var pickup = get(id).put("status", "canceled");
        code(pickup).ifPresent(code -> parcels.turn(code, ParcelFate.PRE_TRANSIT));
        records.put("pickup", id, pickup);
        return pickup;
    }

    private Optional<String> code(ObjectNode pickup) {
        var shipment = Json.text(pickup, "_shipment");
        return shipment == null
                ? Optional.empty()
                : records.find("shipment", shipment).map(found -> Json.text(found, "tracking_code"));
    }

    private ObjectNode rate(String pickup, String service, String price) {
        return dated("PickupRate", Ids.easypost("pickuprate"))
                .put("carrier", "USPS")
                .put("service", service)
                .put("rate", price)
                .put("currency", "USD")
                .put("pickup_id", pickup);
    }

    private ObjectNode dated(String object, String id) {
        var now = parcels.clock().instant().truncatedTo(ChronoUnit.SECONDS).toString();
        return Json.object("id", id, "object", object, "mode", "test", "created_at", now, "updated_at", now);
    }

    /** EasyPost also takes a mere date. */
    private static Instant moment(JsonNode request, String field) {
        var text = request.path(field).asText();
        return text.contains("T")
                ? Instant.parse(text).truncatedTo(ChronoUnit.SECONDS)
                : LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
