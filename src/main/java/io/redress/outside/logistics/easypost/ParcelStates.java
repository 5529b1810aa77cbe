package io.redress.outside.logistics.easypost;

import com.easypost.model.Tracker;
import com.easypost.model.TrackingDetail;
import io.redress.outside.logistics.Parcel;
import io.redress.outside.logistics.Parcel.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The state of a parcel, from what EasyPost gathered. Scans arrive out of order, so the latest is the one with the
 * latest time, and an end that the carrier reported stands although an older scan came in after it.
 */
class ParcelStates {

    private static final Set<State> ENDS = Set.of(State.DELIVERED, State.RETURNED, State.LOST);
    private static final Set<String> TRAVELLING = Set.of("in_transit", "out_for_delivery");

    private final Duration lostAfter;
    private final Clock clock;

    ParcelStates(Duration lostAfter, Clock clock) {
        this.lostAfter = lostAfter;
        this.clock = clock;
    }

    Parcel parcel(Tracker tracker) {
        Optional<TrackingDetail> latest = latestScan(tracker);
        Instant lastScanAt = latest.map(scan -> scan.getDatetime().toInstant()).orElse(null);
        return new Parcel(
                tracker.getTrackingCode(),
                tracker.getCarrier(),
                state(tracker, latest, lastScanAt),
                given(tracker.getSignedBy()),
                lastScanAt,
                detail(tracker, latest));
    }

    private State state(Tracker tracker, Optional<TrackingDetail> latest, Instant lastScanAt) {
        State told = state(tracker.getStatus(), tracker.getStatusDetail());
        if (ENDS.contains(told)) {
            return told;
        }
        State scanned = latest.map(scan -> state(scan.getStatus(), scan.getStatusDetail()))
                .orElse(State.UNKNOWN);
        if (ENDS.contains(scanned)) {
            return scanned;
        }
        return TRAVELLING.contains(tracker.getStatus()) && isSilent(lastScanAt) ? State.LOST : told;
    }

    private boolean isSilent(Instant lastScanAt) {
        return lastScanAt != null && !lastScanAt.plus(lostAfter).isAfter(clock.instant());
    }

    private static State state(String status, String detail) {
        if ("lost".equals(detail)) {
            return State.LOST;
        }
        return switch (status == null ? "unknown" : status) {
            case "pre_transit" -> State.ANNOUNCED;
            case "in_transit", "out_for_delivery", "available_for_pickup" -> State.IN_TRANSIT;
            case "delivered" -> State.DELIVERED;
            case "return_to_sender" -> State.RETURNED;
            case "failure" -> State.LOST;
            default -> State.UNKNOWN;
        };
    }

    private static Optional<TrackingDetail> latestScan(Tracker tracker) {
        List<TrackingDetail> scans = tracker.getTrackingDetails();
        return scans == null
                ? Optional.empty()
                : scans.stream()
                        .filter(scan -> scan.getDatetime() != null)
                        .max(Comparator.comparing(TrackingDetail::getDatetime));
    }

    private static String detail(Tracker tracker, Optional<TrackingDetail> latest) {
        return Stream.of(
                        latest.map(TrackingDetail::getMessage).orElse(null),
                        tracker.getStatusDetail(),
                        tracker.getStatus())
                .map(ParcelStates::given)
                .filter(text -> text != null)
                .findFirst()
                .orElse(null);
    }

    private static String given(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
