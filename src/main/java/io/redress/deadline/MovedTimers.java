package io.redress.deadline;

import io.redress.complaint.CaseNumber;
import io.redress.complaint.Complaints;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Keeps the diagram's timers where the clocks say. */
@Component
class MovedTimers {

    private static final long A_LIFETIME_IN_SECONDS = 100L * 365 * 24 * 3600;

    private final RungSchedule schedule;
    private final PromiseTimes promises;
    private final LadderTimers timers;
    private final Complaints complaints;
    private final Clock clock;

    MovedTimers(RungSchedule schedule, PromiseTimes promises, LadderTimers timers, Complaints complaints, Clock clock) {
        this.schedule = schedule;
        this.promises = promises;
        this.timers = timers;
        this.complaints = complaints;
        this.clock = clock;
    }

    /**
     * Moves the timers of a case to its next rung, or to now where the case has ended and nothing is left to wait for, and
     * those of the holding answer to when the next one is due.
     */
    void move(CaseNumber caseNumber) {
        timers.move(caseNumber, next(caseNumber), nextHoldingAnswer(caseNumber));
    }

    /** Has the ladder looked at now, so that it waits in the case from here on, however far away its next rung is. */
    void begin(CaseNumber caseNumber) {
        timers.move(caseNumber, clock.instant(), nextHoldingAnswer(caseNumber));
    }

    /** When the ladder is to be looked at next. */
    Instant next(CaseNumber caseNumber) {
        Optional<Instant> next = schedule.next(caseNumber);
        return next.orElseGet(() -> complaints.get(caseNumber).hasEnded() ? clock.instant() : never());
    }

    /** When the customer is to hear next that we need longer. */
    Instant nextHoldingAnswer(CaseNumber caseNumber) {
        return promises.next(caseNumber).orElseGet(this::never);
    }

    /** An instant that no case lives to see, and that every part of the engine can still reckon with. */
    Instant never() {
        return clock.instant().plusSeconds(A_LIFETIME_IN_SECONDS);
    }
}
