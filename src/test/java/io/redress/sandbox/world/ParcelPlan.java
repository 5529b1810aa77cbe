package io.redress.sandbox.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.sandbox.easypost.ParcelFate;
import io.redress.sandbox.state.Input;
import io.redress.sandbox.state.InvalidField;
import io.redress.sandbox.state.Json;
import io.redress.sandbox.world.Purchase.Line;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A parcel of an order of one's own: what is in it, and what its carrier says.
 *
 * @param code null where the carrier is to give one
 * @param listed whether the order's own shipments list it already
 */
record ParcelPlan(
        String code,
        boolean listed,
        ParcelFate fate,
        String carrier,
        Instant shippedAt,
        Instant decidedAt,
        List<ObjectNode> items) {

    private static final Set<ParcelFate> DELIVERED = Set.of(ParcelFate.DELIVERED, ParcelFate.SIGNED_FOR);
    private static final Duration PACKING = Duration.ofDays(1);
    private static final Duration UNDER_WAY = Duration.ofDays(2);

    /** The parcels asked for. Where several hold the same line, its pieces are spread over them. */
    static List<ParcelPlan> read(Input request, Purchase purchase, Instant now) {
        var parcels = request.objects("parcels");
        var inside = parcels.stream().map(parcel -> lines(parcel, purchase)).toList();
        var plans = new ArrayList<ParcelPlan>();
        var packed = new TreeMap<Integer, Integer>();
        for (int i = 0; i < parcels.size(); i++) {
            var items = new ArrayList<ObjectNode>();
            for (var line : inside.get(i)) {
                int sharers = (int)
                        inside.stream().filter(lines -> lines.contains(line)).count();
                if (line.quantity() < sharers) {
                    throw parcels.get(i).wrong("lines", "line %d has fewer pieces than parcels".formatted(line.line()));
                }
                int turn = packed.merge(line.line(), 1, Integer::sum);
                int pieces = line.quantity() / sharers + (turn <= line.quantity() % sharers ? 1 : 0);
                items.add(Json.object("line", line.line(), "sku", line.sku(), "quantity", pieces));
            }
            plans.add(plan(parcels.get(i), purchase, items, now));
        }
        requireDistinct(plans);
        return plans;
    }

    private static void requireDistinct(List<ParcelPlan> plans) {
        var codes = new HashSet<String>();
        for (int i = 0; i < plans.size(); i++) {
            var code = plans.get(i).code();
            if (code != null && !codes.add(code)) {
                throw new InvalidField("parcels[%d].trackingCode".formatted(i), "is that of an earlier parcel");
            }
        }
    }

    boolean isDelivered() {
        return DELIVERED.contains(fate);
    }

    private static ParcelPlan plan(Input parcel, Purchase purchase, List<ObjectNode> items, Instant now) {
        parcel.only("trackingCode", "state", "lines", "carrier", "shippedAt");
        var fate = fate(parcel);
        var code = parcel.text("trackingCode", null);
        var shippedAt = Purchase.past(parcel, "shippedAt", usuallyShipped(fate, purchase.placedOn(), now), now);
        return new ParcelPlan(
                code,
                StreamSupport.stream(purchase.order().path("shipments").spliterator(), false)
                        .anyMatch(shipment ->
                                shipment.path("trackingCode").asText().equals(code)),
                fate,
                parcel.text("carrier", "DHLExpress"),
                shippedAt,
                earlier(shippedAt.plus(UNDER_WAY), now),
                items);
    }

    /** What is still under way was sent lately: a carrier that is silent for long has lost it. */
    private static Instant usuallyShipped(ParcelFate fate, Instant placedOn, Instant now) {
        var packed = earlier(placedOn.plus(PACKING), now);
        var lately = now.minus(UNDER_WAY);
        return fate == ParcelFate.IN_TRANSIT && lately.isAfter(packed) ? lately : packed;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static ParcelFate fate(Input parcel) {
        try {
            return ParcelFate.named(parcel.required("state"));
        } catch (IllegalArgumentException unknown) {
            throw parcel.wrong("state", unknown.getMessage().replaceFirst("^state ", ""));
        }
    }

    private static Set<Line> lines(Input parcel, Purchase purchase) {
        if (!parcel.has("lines")) {
            return new LinkedHashSet<>(purchase.lines());
        }
        var lines = new LinkedHashSet<Line>();
        for (var number : parcel.list("lines")) {
            var line = number.isIntegralNumber() ? purchase.line(number.asInt()) : null;
            if (line == null) {
                var known = purchase.lines().stream()
                        .map(some -> String.valueOf(some.line()))
                        .collect(Collectors.joining(", "));
                throw parcel.wrong("lines", "%s is no line of the order, which has %s".formatted(number, known));
            }
            lines.add(line);
        }
        return lines;
    }
}
