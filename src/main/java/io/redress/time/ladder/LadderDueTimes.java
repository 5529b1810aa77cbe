package io.redress.time.ladder;

import io.redress.complaint.timeline.CaseNumber;
import java.time.Instant;
import java.util.Optional;

/** The instants for which the timers in the diagrams wait that depend on the clocks of a case. */
public interface LadderDueTimes {

    /** Those of a case, as its processes stand now. */
    Due of(CaseNumber caseNumber);

    /**
     * What the timers of a case wait for.
     *
     * @param nextRung empty where nobody would climb the ladder
     * @param nextHoldingAnswer empty where the customer would not hear that we need longer
     */
    record Due(Optional<Instant> nextRung, Optional<Instant> nextHoldingAnswer) {

        /** Where no timer waits. */
        public static final Due NEVER = new Due(Optional.empty(), Optional.empty());
    }
}
