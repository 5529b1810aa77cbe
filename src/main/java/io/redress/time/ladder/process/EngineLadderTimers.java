package io.redress.time.ladder.process;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.time.ladder.LadderTimers;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;

/**
 * The timers of ladder and holding answer in the engine, whose due dates are moved here; every diagram that has them
 * names them alike.
 */
@Component
class EngineLadderTimers implements LadderTimers {

    private static final String[] DIAGRAMS = {"complaintResolution", "dispute", "readMessage"};

    /** The ladder's timer that is set again and again. */
    static final String NEXT = "event_nextRungDue";

    static final Set<String> LADDER = Set.of("startEvent_rungDue", NEXT);
    private static final Set<String> HOLDING = Set.of("startEvent_promiseInDanger", "event_nextPromiseInDanger");

    private final RuntimeService runtime;
    private final ManagementService management;
    private final Clock clock;

    /** The place of each deployed timer in its diagram, which never changes. */
    private final Map<String, String> places = new ConcurrentHashMap<>();

    EngineLadderTimers(RuntimeService runtime, ManagementService management, Clock clock) {
        this.runtime = runtime;
        this.management = management;
        this.clock = clock;
    }

    @Override
    public void move(CaseNumber caseNumber, Instant nextRung, Instant nextHoldingAnswer) {
        timers(caseNumber).forEach(timer -> {
            String place = place(timer);
            if (LADDER.contains(place)) {
                move(timer, Date.from(nextRung));
            } else if (HOLDING.contains(place)) {
                move(timer, Date.from(nextHoldingAnswer));
            }
        });
    }

    private void move(Job timer, Date due) {
        boolean mayRun = !timer.getDuedate().after(Date.from(clock.instant()));
        if (!mayRun && !timer.getDuedate().equals(due)) {
            management.setJobDuedate(timer.getId(), due);
        }
    }

    private List<Job> timers(CaseNumber caseNumber) {
        return runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber.value())
                .processDefinitionKeyIn(DIAGRAMS)
                .list()
                .stream()
                .flatMap(
                        instance -> management
                                .createJobQuery()
                                .processInstanceId(instance.getId())
                                .timers()
                                .withRetriesLeft()
                                .list()
                                .stream())
                .toList();
    }

    private String place(Job timer) {
        return places.computeIfAbsent(timer.getJobDefinitionId(), id -> management
                .createJobDefinitionQuery()
                .jobDefinitionId(id)
                .singleResult()
                .getActivityId());
    }
}
