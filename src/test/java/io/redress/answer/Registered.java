package io.redress.answer;

import java.time.Instant;
import java.util.List;

/** The answer to a complaint that was taken. */
public record Registered(
        String caseNumber,
        String status,
        Instant receivedAt,
        List<Promised> promises,
        String trackingUrl,
        List<Problem> warnings) {

    public record Promised(String kind, Instant dueAt) {}

    public record Problem(String field, String message) {}
}
