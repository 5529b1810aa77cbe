package io.redress.sandbox.easypost;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.sandbox.state.Ids;
import io.redress.sandbox.state.Json;
import io.redress.sandbox.state.Records;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** EasyPost's trackers: one per tracking code, its state told anew at each look. */
record Trackers(Records records, Parcels parcels) {

    /** The tracker of a code; the same one again for the same code, as EasyPost does within three months. */
    ObjectNode create(String code, String carrier, String shipmentId) {
        var existing = records.all("tracker").stream()
                .filter(tracker -> tracker.path("tracking_code").asText().equals(code))
                .findFirst();
        if (existing.isPresent()) {
            return current(existing.get());
        }
        var now = now();
        var id = Ids.easypost("trk");
        var tracker = Json.object(
                "id",
                id,
                "object",
                "Tracker",
                "mode",
                "test",
                "tracking_code",
                code,
                "carrier",
                carrier != null ? carrier : parcels.known(code).path("carrier").asText(),
                "created_at",
                now,
                "shipment_id",
                shipmentId,
                "public_url",
                "https://track.easypost.com/" + id.substring(4),
                "weight",
                null,
                "is_return",
                false,
                "fees",
                List.of());
        records.put("tracker", id, tracker);
        return current(tracker);
    }

    /** The tracker as the carrier sees the parcel now. */
    ObjectNode current(ObjectNode tracker) {
        var code = tracker.path("tracking_code").asText();
        var fate = parcels.fate(code);
        var delivered = fate.status().equals("delivered");
        var answer = tracker.deepCopy();
        answer.put("status", fate.status());
        answer.put("status_detail", fate.detail());
        answer.put("updated_at", now());
        answer.put("finalized", delivered || fate == ParcelFate.LOST || fate == ParcelFate.RETURN_TO_SENDER);
        answer.put(
                "est_delivery_date",
                parcels.shippedAt(code).plus(3, ChronoUnit.DAYS).toString());
        answer.set(
                "signed_by",
                delivered
                        ? parcels.known(code).path("signed_by")
                        : Json.object("x", null).get("x"));
        answer.set("carrier_detail", carrierDetail(code));
        answer.set("tracking_details", Json.array(details(code, fate)));
        return answer;
    }

    private List<ObjectNode> details(String code, ParcelFate fate) {
        var shipped = parcels.shippedAt(code);
        var scans = new ArrayList<ObjectNode>();
        if (fate == ParcelFate.UNKNOWN) {
            return scans;
        }
        scans.add(scan(code, ParcelFate.PRE_TRANSIT, shipped, "Shipping Label Created"));
        if (fate != ParcelFate.PRE_TRANSIT) {
            scans.add(scan(
                    code,
                    ParcelFate.IN_TRANSIT,
                    parcels.startedAt(code).plus(6, ChronoUnit.HOURS),
                    "Arrived at Facility"));
        }
        if (fate != ParcelFate.PRE_TRANSIT && fate != ParcelFate.IN_TRANSIT) {
            scans.add(scan(code, fate, parcels.decidedAt(code), message(fate)));
        }
        return scans;
    }

    private ObjectNode scan(String code, ParcelFate fate, Instant at, String message) {
        var parcel = parcels.known(code);
        return Json.object(
                "object", "TrackingDetail",
                "message", message,
                "description", "",
                "status", fate.status(),
                "status_detail", fate.detail(),
                "datetime", at.truncatedTo(ChronoUnit.SECONDS).toString(),
                "source", parcel.path("carrier"),
                "carrier_code", "",
                "tracking_location",
                        Json.object(
                                "object",
                                "TrackingLocation",
                                "city",
                                parcel.path("city"),
                                "state",
                                null,
                                "country",
                                null,
                                "zip",
                                parcel.path("zip")));
    }

    private ObjectNode carrierDetail(String code) {
        var parcel = parcels.known(code);
        return Json.object(
                "object", "CarrierDetail",
                "service", "Standard",
                "container_type", null,
                "est_delivery_date_local", null,
                "est_delivery_time_local", null,
                "origin_location", null,
                "origin_tracking_location", null,
                "destination_location",
                        parcel.path("city").asText() + ", " + parcel.path("zip").asText(),
                "destination_tracking_location", null,
                "guaranteed_delivery_date", null,
                "alternate_identifier", null,
                "initial_delivery_attempt", null);
    }

    private static String message(ParcelFate fate) {
        return switch (fate) {
            case SIGNED_FOR -> "Delivered, signed for";
            case DELIVERED -> "Delivered, left at the door";
            case LOST -> "The parcel could not be found and is considered lost";
            case OUT_FOR_DELIVERY -> "Out for Delivery";
            case RETURN_TO_SENDER -> "Return to Sender";
            default -> "Delivery failed";
        };
    }

    private String now() {
        return parcels.clock().instant().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
