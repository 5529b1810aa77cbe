package io.redress.time.clock;

import io.redress.complaint.timeline.CaseNumber;

/** The diagram's timers of a case, which follow its clocks: whatever moves a due date has them moved. */
public interface CaseTimers {

    /** Moves them to what the clocks say now, in the caller's transaction. */
    void move(CaseNumber caseNumber);

    /** Has the clocks looked at now, so that the case is watched from here on, however far away its next due date is. */
    void begin(CaseNumber caseNumber);
}
