package io.redress.answer;

import java.time.Instant;
import java.util.List;

/** Who stands in for whom. */
public record Deputyships(List<Deputyship> items) {

    public record Deputyship(
            String person,
            String deputy,
            Instant from,
            Instant until,
            String reason,
            String setBy,
            Instant setAt,
            String endedBy,
            Instant endedAt) {}
}
