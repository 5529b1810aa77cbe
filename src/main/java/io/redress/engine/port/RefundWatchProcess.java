package io.redress.engine.port;

import io.redress.complaint.timeline.CaseNumber;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** The process {@code refundWatch}, which asks whether settled refunds still stand. */
@Component
public class RefundWatchProcess {

    private static final String KEY = "refundWatch";

    private final RuntimeService runtime;
    private final EarlierTimers timers;
    private final SideProcesses beside;

    RefundWatchProcess(RuntimeService runtime, EarlierTimers timers, SideProcesses beside) {
        this.runtime = runtime;
        this.timers = timers;
        this.beside = beside;
    }

    /** Watches the refunds of a case until they are certain. */
    public void start(CaseNumber caseNumber) {
        beside.start(caseNumber, KEY, Map.of());
    }

    /** Has settled refunds checked now, also where nobody watches them any more. */
    public void checkNow(CaseNumber caseNumber) {
        boolean watched = runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(caseNumber.value(), KEY)
                        .activityIdIn("event_checkDue")
                        .count()
                > 0;
        if (!watched) {
            start(caseNumber);
        }
        timers.fireNow(caseNumber, KEY, "event_checkDue");
    }
}
