package io.redress.outside.logistics.easypost;

import static org.assertj.core.api.Assertions.assertThat;

import com.easypost.Constants;
import com.easypost.model.Tracker;
import com.fasterxml.jackson.databind.JsonNode;
import io.redress.outside.logistics.Parcel;
import io.redress.outside.wire.ProviderData;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** EasyPost's own recorded answers go through the adapter's mapping. */
class EasyPostRecordingsTest {

    private final ParcelStates states = new ParcelStates(Duration.ofDays(14), Clock.systemUTC());

    @ParameterizedTest
    @ValueSource(strings = {"tracker-create", "tracker-retrieve", "tracker-retrieve_batch"})
    void understandsARecordedTracker(String recording) {
        JsonNode body = ProviderData.read("easypost/" + recording + ".json").at("/0/response/body");

        Parcel parcel = states.parcel(Constants.Http.GSON.fromJson(body.toString(), Tracker.class));

        assertThat(parcel.trackingCode()).isEqualTo("EZ1000000001");
        assertThat(parcel.carrier()).isEqualTo("USPS");
        assertThat(parcel.state()).isEqualTo(Parcel.State.ANNOUNCED);
        assertThat(parcel.signedBy()).isNull();
        assertThat(parcel.detail()).isEqualTo("Shipping Label Created");
        assertThat(parcel.lastScanAt())
                .isEqualTo(Instant.parse(body.at("/tracking_details/1/datetime").asText()));
    }
}
