package io.redress.outside.logistics;

import java.time.Instant;

/**
 * A parcel as the carrier tells it.
 *
 * @param signedBy who signed for it, {@code null} where nobody did
 * @param lastScanAt the carrier's latest scan, {@code null} where there was none yet
 * @param detail the carrier's own words for the state
 */
public record Parcel(
        String trackingCode, String carrier, State state, String signedBy, Instant lastScanAt, String detail) {

    public enum State {
        /** Announced, not yet handed over. */
        ANNOUNCED,
        IN_TRANSIT,
        DELIVERED,
        RETURNED,
        /** The carrier gave it up: {@code failure}, {@code status_detail: lost}, or no scan for the configured days. */
        LOST,
        UNKNOWN
    }
}
