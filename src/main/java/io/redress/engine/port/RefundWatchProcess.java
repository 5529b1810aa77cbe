package io.redress.engine.port;

import io.redress.complaint.timeline.CaseNumber;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The process {@code refundWatch}, which asks whether settled refunds still stand. */
@Component
public class RefundWatchProcess {

    private static final String KEY = "refundWatch";

    /** What the timer asks that waits for the next check, in its expression. */
    private static final String NEXT_CHECK = "refundWatch.nextCheckAt(";

    private final EarlierTimers timers;
    private final SideProcesses beside;

    RefundWatchProcess(EarlierTimers timers, SideProcesses beside) {
        this.timers = timers;
        this.beside = beside;
    }

    /** Watches the refunds of a case until they are certain. */
    public void start(CaseNumber caseNumber) {
        beside.start(caseNumber, KEY, Map.of());
    }

    /** Has settled refunds checked now, also where nobody watches them any more. */
    public void checkNow(CaseNumber caseNumber) {
        if (!timers.fireNowWhatAsks(caseNumber, KEY, NEXT_CHECK)) {
            start(caseNumber);
            timers.fireNowWhatAsks(caseNumber, KEY, NEXT_CHECK);
        }
    }
}
