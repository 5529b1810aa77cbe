package io.redress.answer;

import java.time.Instant;
import java.util.List;

/** The clocks that an event in the eyes of the law has started or ended. */
public record LegalClocks(List<LegalClock> items) {

    public record LegalClock(String clock, String source, Instant startedAt, Instant dueAt, Instant endedAt) {}
}
