package io.redress.deadline;

import io.redress.complaint.CaseNumber;
import io.redress.engine.ModelBean;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

/** When a customer is to hear that we need longer. */
@ModelBean("holdingAnswers")
public class HoldingAnswers {

    /** How long until it is looked at again, where it is due and could not be sent yet. */
    private static final Duration AGAIN = Duration.ofMinutes(15);

    private final MovedTimers timers;
    private final Clock clock;

    HoldingAnswers(MovedTimers timers, Clock clock) {
        this.timers = timers;
        this.clock = clock;
    }

    /** For the timers in the diagram: when the next promise is in danger; far away while none is. */
    public Date dueAt(String caseNumber) {
        Instant due = timers.nextHoldingAnswer(new CaseNumber(caseNumber));
        Instant now = clock.instant();
        return Date.from(due.isAfter(now) ? due : now.plus(AGAIN));
    }
}
