package io.redress.time.ladder;

import io.redress.complaint.timeline.CaseNumber;
import java.time.Instant;

/** The timers in the diagrams that depend on the clocks of a case. */
public interface LadderTimers {

    /**
     * Moves the timers; those that are due already are left alone, because they may be running.
     *
     * @param nextRung when the ladder is climbed next
     * @param nextHoldingAnswer when the customer is to hear next that we need longer
     * @throws org.springframework.dao.ConcurrencyFailureException where the case moved on at the same moment
     */
    void move(CaseNumber caseNumber, Instant nextRung, Instant nextHoldingAnswer);
}
