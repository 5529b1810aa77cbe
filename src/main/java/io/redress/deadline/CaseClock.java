package io.redress.deadline;

import java.time.Duration;
import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * One clock of a case, which with most kinds is also a promise to the customer.
 *
 * @param round the round of the case that it was started in; reopening starts new clocks and leaves the old ones be
 * @param subject what it is about where a case can have several of the kind, such as a dispute's id; else empty
 * @param budgetSeconds the time from start to due
 * @param metAt when what was promised happened, {@code null} while it has not
 * @param stoppedAt when it was no longer owed, {@code null} while it is, or was kept
 */
@Table("case_clock")
public record CaseClock(
        @Id Long id,
        String caseNumber,
        ClockKind kind,
        int round,
        String subject,
        Instant startedAt,
        long budgetSeconds,
        Instant metAt,
        Instant stoppedAt) {

    /** The instant by which the promise is kept. */
    public Instant dueAt() {
        return at(100);
    }

    /** The instant at which this share of the budget is used up. */
    public Instant at(int percent) {
        return startedAt.plus(
                Duration.ofSeconds(budgetSeconds).multipliedBy(percent).dividedBy(100));
    }

    boolean isAbout(ClockKind what, String about) {
        return kind == what && subject.equals(about);
    }

    public boolean isRunning() {
        return metAt == null && stoppedAt == null;
    }

    /** Whether it ended without that what was promised happened, because it was no longer owed. */
    public boolean isStopped() {
        return metAt == null && stoppedAt != null;
    }

    /** By how much the promise was broken, zero where it was kept or may still be. */
    public Duration lateness(Instant now) {
        Instant stop = stoppedAt == null ? now : stoppedAt;
        Instant end = metAt == null ? stop : metAt;
        return end.isAfter(dueAt()) ? Duration.between(dueAt(), end) : Duration.ZERO;
    }
}
