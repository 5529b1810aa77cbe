package io.redress.time.promise;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.engine.guard.ModelBean;
import io.redress.time.clock.CaseTimers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

/** The due date of holding answers, for timers in the diagrams: when a customer is to hear that we need longer. */
@ModelBean("holdingAnswers")
public class HoldingAnswers {

    /** How long until it is checked again, where it is due and could not be sent yet. */
    private static final Duration AGAIN = Duration.ofMinutes(15);

    private final PromiseTimes times;
    private final Clock clock;

    HoldingAnswers(PromiseTimes times, Clock clock) {
        this.times = times;
        this.clock = clock;
    }

    /** For the timers in the diagram: when the next promise is in danger; far away while none is. */
    public Date dueAt(String caseNumber) {
        Instant now = clock.instant();
        Instant due = times.next(new CaseNumber(caseNumber)).orElse(CaseTimers.never(now));
        return Date.from(due.isAfter(now) ? due : now.plus(AGAIN));
    }
}
