package io.redress.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.easypost.exception.API.InvalidRequestError;
import com.easypost.exception.API.NotFoundError;
import com.easypost.exception.EasyPostException;
import com.easypost.model.Tracker;
import com.easypost.service.EasyPostClient;
import io.redress.outside.logistics.easypost.EasyPostConnections;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** EasyPost's own client against the sandbox. */
class EasyPostSandboxTest {

    @TempDir
    static Path folder;

    static SandboxClock clock;
    static Sandbox sandbox;
    static EasyPostClient easypost;

    @BeforeAll
    static void open() throws EasyPostException {
        clock = new SandboxClock(folder.resolve("clock"));
        sandbox = Sandbox.start(folder, clock);
        EasyPostConnections.use();
        easypost = new EasyPostClient(Sandbox.EASYPOST_KEY, 2_000, 2_000, sandbox.easypostUrl());
    }

    @AfterAll
    static void close() {
        sandbox.close();
    }

    @ParameterizedTest
    @CsvSource({
        "EZ1000000001, pre_transit",
        "EZ2000000002, in_transit",
        "EZ3000000003, out_for_delivery",
        "EZ4000000004, delivered",
        "EZ5000000005, return_to_sender",
        "EZ6000000006, failure",
        "EZ7000000007, unknown"
    })
    void thePublishedCodesTellTheirStatus(String code, String status) throws EasyPostException {
        assertThat(track(code).getStatus()).isEqualTo(status);
    }

    @Test
    void theOrdersParcelsTellTheirStory() throws EasyPostException {
        var left = track(parcelOf("R-1001"));
        assertThat(left.getStatus()).isEqualTo("delivered");
        assertThat(left.getSignedBy()).isNull();
        assertThat(track(parcelOf("R-1004")).getSignedBy()).isEqualTo("Sophie Laurent");
        var lost = track(parcelOf("R-1005"));
        assertThat(lost.getStatus()).isEqualTo("failure");
        assertThat(lost.getStatusDetail()).isEqualTo("lost");
        assertThat(lost.getTrackingDetails()).isNotEmpty();
    }

    @Test
    void aTrackerIsListedByItsCodeAndRetrieved() throws EasyPostException {
        var code = parcelOf("R-1007");
        var tracker = track(code);
        assertThat(track(code).getId()).isEqualTo(tracker.getId());
        assertThat(easypost.tracker.all(Map.of("tracking_code", code)).getTrackers())
                .extracting(Tracker::getId)
                .containsExactly(tracker.getId());
        assertThat(easypost.tracker.retrieve(tracker.getId()).getStatusDetail()).isEqualTo("lost");
        assertThatThrownBy(() -> easypost.tracker.retrieve("trk_nothing")).isInstanceOf(NotFoundError.class);
    }

    @Test
    void aLabelIsBoughtOnceMovesWithTheClockAndIsRefunded() throws EasyPostException {
        var shipment = easypost.shipment.create(Map.of(
                "reference", "C-2026-000001:label",
                "to_address", address("Lena Vogt"),
                "from_address", address("Returns"),
                "parcel", Map.of("weight", 15.4)));
        var rate = shipment.lowestRate();
        var bought = easypost.shipment.buy(shipment.getId(), rate);
        assertThat(bought.getPostageLabel().getLabelUrl()).isNotBlank();
        assertThat(bought.getTracker().getStatus()).isEqualTo("pre_transit");
        assertThatThrownBy(() -> easypost.shipment.buy(shipment.getId(), rate)).isInstanceOf(InvalidRequestError.class);

        clock.advance(Duration.ofDays(3));
        var later = easypost.shipment.retrieve("C-2026-000001:label");
        assertThat(later.getTracker().getStatus()).isEqualTo("delivered");
        assertThat(easypost.refund
                        .create(Map.of("carrier", "USPS", "tracking_codes", List.of(later.getTrackingCode())))
                        .get(0)
                        .getStatus())
                .isEqualTo("submitted");
        assertThat(easypost.shipment.retrieve(shipment.getId()).getRefundStatus())
                .isEqualTo("submitted");
        assertThat(easypost.shipment.all(Map.of("page_size", 5)).getShipments()).isNotEmpty();
    }

    @Test
    void anAddressIsVerifiedOrRefused() throws EasyPostException {
        assertThat(easypost.address.createAndVerify(address("Jack")).getCity()).isEqualTo("BERLIN");
        assertThatThrownBy(() -> easypost.address.createAndVerify(Map.of("name", "nowhere")))
                .isInstanceOf(InvalidRequestError.class);
    }

    private static Tracker track(String code) throws EasyPostException {
        return easypost.tracker.create(Map.of("tracking_code", code));
    }

    private static String parcelOf(String order) {
        return sandbox.world()
                .copy(order)
                .orElseThrow()
                .at("/shipments/0/trackingCode")
                .asText();
    }

    private static Map<String, Object> address(String name) {
        return Map.of("name", name, "street1", "Kastanienallee 12", "city", "Berlin", "zip", "10435", "country", "DE");
    }
}
