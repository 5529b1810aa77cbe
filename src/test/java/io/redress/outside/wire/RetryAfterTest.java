package io.redress.outside.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    @Test
    void secondsAreTakenAsTheyAre() {
        assertThat(RetryAfter.of(headers("120"))).contains(Duration.ofMinutes(2));
    }

    @Test
    void aDateIsMeasuredFromTheAnswersOwnDate() {
        assertThat(RetryAfter.of(headers("Fri, 31 Dec 1999 23:59:59 GMT"))).contains(Duration.ofSeconds(59));
    }

    @Test
    void aDateInThePastMeansAtOnce() {
        assertThat(RetryAfter.of(headers("Fri, 31 Dec 1999 23:00:00 GMT"))).contains(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-5", "1.5", "99999999999999999999"})
    void whatCannotBeUnderstoodAsksForNothing(String value) {
        assertThat(RetryAfter.of(headers(value))).isEmpty();
    }

    private static HttpHeaders headers(String retryAfter) {
        return HttpHeaders.of(
                Map.of("Retry-After", List.of(retryAfter), "Date", List.of("Fri, 31 Dec 1999 23:59:00 GMT")),
                (name, value) -> true);
    }
}
