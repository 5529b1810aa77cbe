package io.redress.outside.logistics.easypost;

import static org.assertj.core.api.Assertions.assertThat;

import com.easypost.Constants;
import com.easypost.model.Tracker;
import io.redress.outside.logistics.Parcel;
import io.redress.outside.logistics.Parcel.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParcelStatesTest {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-05-20T12:00:00Z"), ZoneOffset.UTC);

    private final ParcelStates states = new ParcelStates(Duration.ofDays(14), NOW);

    @ParameterizedTest
    @CsvSource({
        "unknown, unknown, UNKNOWN",
        "pre_transit, status_update, ANNOUNCED",
        "in_transit, arrived_at_facility, IN_TRANSIT",
        "out_for_delivery, out_for_delivery, IN_TRANSIT",
        "available_for_pickup, available_for_pickup, IN_TRANSIT",
        "delivered, arrived_at_destination, DELIVERED",
        "return_to_sender, return, RETURNED",
        "failure, failure, LOST",
        "in_transit, lost, LOST",
        "cancelled, cancelled, UNKNOWN",
        "error, unknown, UNKNOWN",
        "teleported, unknown, UNKNOWN"
    })
    void takesTheCarriersWord(String status, String detail, State expected) {
        assertThat(parcel(status, detail).state()).isEqualTo(expected);
    }

    @Test
    void takesTheLatestScanByItsTimeWhereverItStands() {
        Parcel parcel = parcel(
                "in_transit",
                "arrived_at_facility",
                scan("in_transit", "2026-05-18T10:00:00Z"),
                scan("delivered", "2026-05-19T17:30:00Z"),
                scan("out_for_delivery", "2026-05-19T08:00:00Z"));

        assertThat(parcel.lastScanAt()).isEqualTo(Instant.parse("2026-05-19T17:30:00Z"));
        assertThat(parcel.state()).isEqualTo(State.DELIVERED);
    }

    @ParameterizedTest
    @CsvSource({
        "in_transit, 2026-05-06T12:00:00Z, LOST",
        "in_transit, 2026-05-06T12:00:01Z, IN_TRANSIT",
        "out_for_delivery, 2026-04-01T12:00:00Z, LOST",
        "available_for_pickup, 2026-04-01T12:00:00Z, IN_TRANSIT",
        "pre_transit, 2026-04-01T12:00:00Z, ANNOUNCED",
        "delivered, 2026-04-01T12:00:00Z, DELIVERED"
    })
    void countsATravellingParcelAsLostAfterLongSilence(String status, String lastScan, State expected) {
        assertThat(parcel(status, "any", scan(status, lastScan)).state()).isEqualTo(expected);
    }

    @Test
    void knowsNoScanAndNoSignatureBeforeThereIsOne() {
        Parcel parcel = parcel("unknown", "unknown");

        assertThat(parcel.lastScanAt()).isNull();
        assertThat(parcel.signedBy()).isNull();
        assertThat(parcel.detail()).isEqualTo("unknown");
    }

    private Parcel parcel(String status, String detail, String... scans) {
        return states.parcel(
                Constants.Http.GSON.fromJson("""
                {"tracking_code": "X", "status": "%s", "status_detail": "%s", "signed_by": "", "tracking_details": [%s]}
                """.formatted(status, detail, String.join(",", scans)), Tracker.class));
    }

    private static String scan(String status, String at) {
        return """
                {"status": "%s", "status_detail": "any", "datetime": "%s", "message": "Scanned"}
                """.formatted(status, at);
    }
}
