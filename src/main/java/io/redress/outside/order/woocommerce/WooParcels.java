package io.redress.outside.order.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * The parcels of an order. WooCommerce itself knows none; the Shipment Tracking extension, and those that follow it, keep
 * them in the order's meta data: {@code tracking_number}, {@code tracking_provider} or {@code custom_tracking_provider},
 * and {@code date_shipped} in seconds since 1970.
 */
record WooParcels(String metaKey) {

    record WooParcel(String trackingCode, String carrier, Instant shippedAt) {}

    List<WooParcel> of(WooOrder order) {
        return order.meta(metaKey)
                .map(parcels -> StreamSupport.stream(parcels.spliterator(), false)
                        .filter(parcel ->
                                !parcel.path("tracking_number").asText("").isBlank())
                        .map(parcel -> parcel(parcel, order))
                        .toList())
                .orElse(List.of());
    }

    private static WooParcel parcel(JsonNode parcel, WooOrder order) {
        String carrier = parcel.path("tracking_provider").asText("");
        String custom = parcel.path("custom_tracking_provider").asText("");
        long shipped = parcel.path("date_shipped").asLong(0);
        return new WooParcel(
                parcel.path("tracking_number").asText().strip(),
                carrier.isBlank() ? (custom.isBlank() ? null : custom) : carrier,
                shipped > 0
                        ? Instant.ofEpochSecond(shipped)
                        : order.dateCreatedGmt().toInstant(ZoneOffset.UTC));
    }
}
