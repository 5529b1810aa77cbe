package io.redress.sandbox.easypost;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.sandbox.state.Ids;
import io.redress.sandbox.state.Json;
import io.redress.sandbox.state.Records;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** What carriers know of parcels beyond their code: when they left, where they go, who signed. */
public record Parcels(Records records, Clock clock) {

    /**
     * Hands a parcel to a carrier.
     *
     * @param signer who signed at the door, null where nobody did
     * @return its new tracking code
     */
    public String dispatch(String carrier, ParcelFate fate, Instant shippedAt, String city, String zip, String signer) {
        var code = fate.code(Ids.digits());
        records.put(
                "parcel",
                code,
                Json.object(
                        "carrier", carrier,
                        "shipped_at", shippedAt.toString(),
                        "city", city,
                        "zip", zip,
                        "signed_by", signer));
        return code;
    }

    /**
     * A parcel that a carrier has under a code of the sender's own.
     *
     * @param decidedAt when the carrier's last word fell
     */
    public void register(
            String code,
            String carrier,
            ParcelFate fate,
            Instant shippedAt,
            Instant decidedAt,
            String city,
            String zip,
            String signer) {
        var parcel = Json.object(
                "carrier", carrier,
                "shipped_at", shippedAt.toString(),
                "city", city,
                "zip", zip,
                "signed_by", signer,
                "turned_to", fate.name(),
                "turned_at", fate == ParcelFate.MOVING ? shippedAt.toString() : decidedAt.toString());
        records.put("parcel", code, parcel);
    }

    /** From now on the carrier says this of the parcel, whatever its code stands for. */
    public void turn(String code, ParcelFate fate) {
        synchronized (records) {
            records.put(
                    "parcel",
                    code,
                    known(code)
                            .put("turned_to", fate.name())
                            .put("turned_at", clock.instant().toString()));
        }
    }

    /** The parcel sets out at this time, which may lie ahead, and moves on as the clock does. */
    void start(String code, Instant at) {
        records.put(
                "parcel",
                code,
                known(code).put("turned_to", ParcelFate.MOVING.name()).put("turned_at", at.toString()));
    }

    /** When it set out. */
    Instant startedAt(String code) {
        return ParcelFate.MOVING.name().equals(Json.text(known(code), "turned_to"))
                ? Instant.parse(Json.text(known(code), "turned_at"))
                : shippedAt(code);
    }

    /** When the carrier's last word fell, for a parcel of this fate. */
    Instant decidedAt(String code) {
        var turned = Json.text(known(code), "turned_at");
        boolean moving = ParcelFate.MOVING.name().equals(Json.text(known(code), "turned_to"));
        return turned == null || moving ? startedAt(code).plus(Duration.ofDays(2)) : Instant.parse(turned);
    }

    ObjectNode known(String code) {
        return records.find("parcel", code)
                .orElseGet(() -> Json.object(
                        "carrier", "USPS",
                        "shipped_at", clock.instant().minus(Duration.ofDays(30)).toString(),
                        "city", "CHARLESTON",
                        "zip", "29401",
                        "signed_by", ParcelFate.of(code) == ParcelFate.SIGNED_FOR ? "RESIDENT" : null));
    }

    Instant shippedAt(String code) {
        return Instant.parse(known(code).path("shipped_at").asText());
    }

    /** Whether the carrier has scanned the parcel at least once. */
    public boolean hasLeft(String code) {
        return fate(code) != ParcelFate.PRE_TRANSIT;
    }

    /** What became of the parcel by now. */
    ParcelFate fate(String code) {
        var turned = Json.text(known(code), "turned_to");
        var fate = turned == null ? ParcelFate.of(code) : ParcelFate.valueOf(turned);
        return fate.after(Duration.between(startedAt(code), clock.instant()));
    }
}
