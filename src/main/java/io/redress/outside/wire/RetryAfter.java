package io.redress.outside.wire;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * The time that a peer asks us to wait before we come again: the header {@code Retry-After} of RFC 9110, section
 * 10.2.3.
 */
public final class RetryAfter {

    private RetryAfter() {}

    /**
     * The wait that an answer asks for, never below zero; empty where it asks for none or cannot be understood. A date
     * is measured from the answer's own {@code Date}, because the peer's clock need not be ours.
     */
    public static Optional<Duration> of(HttpHeaders headers) {
        return headers.firstValue("Retry-After").map(String::strip).flatMap(value -> wait(value, headers));
    }

    private static Optional<Duration> wait(String value, HttpHeaders headers) {
        if (value.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        }
        return date(value).flatMap(until -> headers.firstValue("Date")
                .flatMap(RetryAfter::date)
                .map(now -> until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO));
    }

    private static Optional<Instant> date(String value) {
        try {
            return Optional.of(ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
