package io.redress.outside.logistics.easypost;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.outside.logistics.Parcel;
import io.redress.outside.logistics.Parcel.State;
import io.redress.outside.wire.FreshProviders;
import io.redress.sandbox.Sandbox;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The adapter against the sandbox's carriers. */
class EasyPostCarrierSandboxTest {

    @TempDir
    static Path folder;

    static Sandbox sandbox;
    static EasyPostCarrier carrier;

    @BeforeAll
    static void open() {
        sandbox = Sandbox.start(folder, Clock.systemUTC());
        carrier = new EasyPostCarrier(
                new EasyPostProperties(
                        Sandbox.EASYPOST_KEY,
                        URI.create(sandbox.easypostUrl()),
                        Duration.ofSeconds(10),
                        Duration.ofDays(14),
                        List.of()),
                FreshProviders.unlimited(),
                Clock.systemUTC());
    }

    @AfterAll
    static void close() {
        sandbox.close();
    }

    @ParameterizedTest
    @CsvSource({
        "R-1001, 0, DELIVERED",
        "R-1004, 0, DELIVERED",
        "R-1006, 0, LOST",
        "R-1008, 0, DELIVERED",
        "R-1008, 1, LOST",
        "R-1008, 2, DELIVERED",
        "S-2002, 0, IN_TRANSIT"
    })
    void followsTheParcelsOfTheOrders(String order, int shipment, State expected) {
        assertThat(parcel(order, shipment).state()).isEqualTo(expected);
    }

    @Test
    void tellsWhoSignedIfSomebodyDid() {
        assertThat(parcel("R-1001", 0).signedBy()).isNull();
        assertThat(parcel("R-1004", 0).signedBy()).isEqualTo("Sophie Laurent");
    }

    private static Parcel parcel(String order, int shipment) {
        String code = sandbox.world()
                .find(order)
                .orElseThrow()
                .path("shipments")
                .path(shipment)
                .path("trackingCode")
                .asText();
        return carrier.track(code).orElseThrow();
    }
}
