package io.redress.outside.logistics.easypost;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.exactly;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.redress.outside.logistics.CarrierUnavailable;
import io.redress.outside.logistics.Parcel;
import io.redress.outside.wire.BadPeer;
import io.redress.outside.wire.FreshProviders;
import io.redress.outside.wire.Providers;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EasyPostCarrierTest {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-05-10T12:00:00Z"), ZoneOffset.UTC);
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final String DELIVERED = """
            {"id": "trk_1", "object": "Tracker", "tracking_code": "EZ4", "carrier": "USPS", "status": "delivered",
             "status_detail": "arrived_at_destination", "signed_by": "John Tester", "tracking_details": [
               {"object": "TrackingDetail", "message": "Delivered", "status": "delivered",
                "datetime": "2026-05-09T18:00:00Z"}]}
            """;

    @RegisterExtension
    static final WireMockExtension easypost = WireMockExtension.newInstance().build();

    @Test
    void asksForTheTrackerOfTheCode() {
        easypost.stubFor(post("/v2/trackers")
                .withHeader("Authorization", equalTo("Bearer EZTK1"))
                .withRequestBody(equalToJson("{\"tracker\": {\"tracking_code\": \"EZ4\"}}"))
                .willReturn(okJson(DELIVERED).withStatus(201)));

        assertThat(carrier(LONG).track(" EZ4 "))
                .contains(new Parcel(
                        "EZ4",
                        "USPS",
                        Parcel.State.DELIVERED,
                        "John Tester",
                        Instant.parse("2026-05-09T18:00:00Z"),
                        "Delivered"));
    }

    @ParameterizedTest
    @EnumSource
    void givesUpInTimeAndAsksOnce(BadPeer peer) {
        easypost.stubFor(post("/v2/trackers").willReturn(peer.answering(DELIVERED)));

        var failure = assertTimeoutPreemptively(
                Duration.ofSeconds(8),
                () -> catchThrowableOfType(CarrierUnavailable.class, () -> carrier(Duration.ofMillis(300))
                        .track("EZ4")));

        assertThat(failure).matches(CarrierUnavailable::isWorthRetrying);
        easypost.verify(exactly(1), postRequestedFor(urlPathEqualTo("/v2/trackers")));
    }

    @ParameterizedTest
    @CsvSource({"401, APIKEY.INACTIVE", "403, FORBIDDEN", "402, BILLING.INSUFFICIENT_FUNDS", "400, BAD_REQUEST"})
    void leavesToAPersonWhatALaterAttemptCannotMend(int status, String code) {
        answerWithError(status, code);

        assertThatExceptionOfType(CarrierUnavailable.class)
                .isThrownBy(() -> carrier(LONG).track("EZ4"))
                .matches(e -> !e.isWorthRetrying());
    }

    @ParameterizedTest
    @CsvSource({"404, NOT_FOUND", "422, TRACKER.CREATE.ERROR"})
    void findsNoParcelByACodeThatNoCarrierUses(int status, String code) {
        answerWithError(status, code);

        assertThat(carrier(LONG).track("nonsense")).isEmpty();
    }

    @Test
    void saysHowLongEasyPostWantsToBeLeftAlone() {
        easypost.stubFor(post("/v2/trackers")
                .willReturn(okJson("{\"error\": {\"code\": \"RATE_LIMITED\", \"message\": \"No\", \"errors\": []}}")
                        .withStatus(429)
                        .withHeader("Retry-After", "7")));

        assertThatExceptionOfType(CarrierUnavailable.class)
                .isThrownBy(() -> carrier(LONG).track("EZ4"))
                .matches(CarrierUnavailable::isWorthRetrying)
                .matches(e -> e.retryAfter().equals(Optional.of(Duration.ofSeconds(7))));
    }

    @ParameterizedTest
    @CsvSource({"503, true", "429, true", "404, false", "402, false"})
    void leavesAloneWhoDoesNotWorkButNotWhoSaysNo(int status, boolean leftAlone) {
        answerWithError(status, "ANY");
        EasyPostCarrier carrier = carrier(LONG, FreshProviders.usual());
        for (int i = 0; i < 10; i++) {
            catchThrowable(() -> carrier.track("EZ4"));
        }
        easypost.resetRequests();
        Throwable failure = catchThrowable(() -> carrier.track("EZ4"));

        easypost.verify(exactly(leftAlone ? 0 : 1), postRequestedFor(urlPathEqualTo("/v2/trackers")));
        assertThat(failure instanceof CarrierUnavailable unavailable && !unavailable.wasAsked())
                .isEqualTo(leftAlone);
    }

    @Test
    void findsNoParcelWithoutACode() {
        assertThat(carrier(LONG).track(" ")).isEmpty();
        assertThat(carrier(LONG).track(null)).isEmpty();
    }

    private static void answerWithError(int status, String code) {
        easypost.stubFor(post("/v2/trackers")
                .willReturn(
                        okJson("{\"error\": {\"code\": \"%s\", \"message\": \"No\", \"errors\": []}}".formatted(code))
                                .withStatus(status)));
    }

    private static EasyPostCarrier carrier(Duration deadline) {
        return carrier(deadline, FreshProviders.unlimited());
    }

    private static EasyPostCarrier carrier(Duration deadline, Providers providers) {
        return new EasyPostCarrier(
                new EasyPostProperties(
                        "EZTK1",
                        URI.create("http://localhost:" + easypost.getPort()),
                        deadline,
                        Duration.ofDays(14),
                        List.of()),
                providers,
                NOW);
    }
}
