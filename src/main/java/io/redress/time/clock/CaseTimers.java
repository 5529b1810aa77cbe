package io.redress.time.clock;

import io.redress.complaint.timeline.CaseNumber;
import java.time.Duration;
import java.time.Instant;

/** The timers of a case in the diagrams, which follow its clocks: whatever moves a due date moves them, too. */
public interface CaseTimers {

    /** Moves the timers to what the clocks say now, in the caller's transaction. */
    void move(CaseNumber caseNumber);

    /** Has the clocks checked now, so that the case is watched from here on, however far away its next due date is. */
    void begin(CaseNumber caseNumber);

    /** An instant that no case lives to see, and that every part of the engine can still calculate with. */
    static Instant never(Instant now) {
        return now.plus(Duration.ofDays(100 * 365));
    }
}
