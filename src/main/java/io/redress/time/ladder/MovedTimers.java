package io.redress.time.ladder;

import io.redress.complaint.file.Complaints;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.time.clock.CaseClock;
import io.redress.time.clock.CaseTimers;
import io.redress.time.clock.ClockRows;
import io.redress.time.promise.PromiseTimes;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The service that keeps the diagram's timers in step with the clocks of their case. */
@Component
public class MovedTimers implements CaseTimers {

    private final ClockRows rows;
    private final RungSchedule schedule;
    private final PromiseTimes promises;
    private final LadderTimers timers;
    private final Complaints complaints;
    private final Clock clock;

    public MovedTimers(
            ClockRows rows,
            RungSchedule schedule,
            PromiseTimes promises,
            LadderTimers timers,
            Complaints complaints,
            Clock clock) {
        this.rows = rows;
        this.schedule = schedule;
        this.promises = promises;
        this.timers = timers;
        this.complaints = complaints;
        this.clock = clock;
    }

    /**
     * Moves the timers of a case to its next rung, or to now where the case has ended and nothing is left to wait for,
     * and those of the holding answer to when the next one is due.
     */
    @Override
    public void move(CaseNumber caseNumber) {
        timers.move(caseNumber, next(caseNumber), nextHoldingAnswer(caseNumber));
    }

    @Override
    public void begin(CaseNumber caseNumber) {
        timers.move(caseNumber, clock.instant(), nextHoldingAnswer(caseNumber));
    }

    /** When the ladder is to be checked next; now, for the last time, where nothing can come any more. */
    Instant next(CaseNumber caseNumber) {
        return next(Set.of(caseNumber), rows.of(caseNumber)).getOrDefault(caseNumber, clock.instant());
    }

    /**
     * When the ladder of each of these cases is to be checked next. A case where nothing can come any more is not among
     * them: it has ended, and no clock outlives it, as that of a bank's inquiry may.
     *
     * @param clocks all of theirs
     */
    Map<CaseNumber, Instant> next(Collection<CaseNumber> cases, List<CaseClock> clocks) {
        Map<CaseNumber, Instant> next = schedule.next(clocks);
        Set<String> owed = clocks.stream()
                .filter(CaseClock::isOwed)
                .map(CaseClock::caseNumber)
                .collect(Collectors.toSet());
        cases.stream()
                .filter(one -> !next.containsKey(one))
                .filter(one ->
                        owed.contains(one.value()) || !complaints.get(one).hasEnded())
                .forEach(waiting -> next.put(waiting, CaseTimers.never(clock.instant())));
        return next;
    }

    private Instant nextHoldingAnswer(CaseNumber caseNumber) {
        return promises.next(caseNumber).orElseGet(() -> CaseTimers.never(clock.instant()));
    }
}
