package io.redress.deadline.process;

import io.redress.complaint.CaseNumber;
import io.redress.deadline.LadderTimers;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/** Moves the due dates of the ladder's timers, which every diagram with a ladder names alike. */
@Component
class EngineLadderTimers implements LadderTimers {

    private static final String[] DIAGRAMS = {"complaintResolution", "dispute"};
    private static final String[] TIMERS = {"startEvent_rungDue", "event_nextRungDue"};

    private final RuntimeService runtime;
    private final ManagementService management;
    private final Clock clock;

    EngineLadderTimers(RuntimeService runtime, ManagementService management, Clock clock) {
        this.runtime = runtime;
        this.management = management;
        this.clock = clock;
    }

    @Override
    public void move(CaseNumber caseNumber, Instant to) {
        Date now = Date.from(clock.instant());
        Date due = Date.from(to);
        try {
            runtime
                    .createProcessInstanceQuery()
                    .processInstanceBusinessKey(caseNumber.value())
                    .processDefinitionKeyIn(DIAGRAMS)
                    .list()
                    .stream()
                    .flatMap(this::timers)
                    .filter(job ->
                            job.getDuedate().after(now) && !job.getDuedate().equals(due))
                    .forEach(job -> management.setJobDuedate(job.getId(), due));
        } catch (OptimisticLockingException conflict) {
            throw new ConcurrencyFailureException("The case moved on at the same moment", conflict);
        }
    }

    private Stream<Job> timers(ProcessInstance instance) {
        return Stream.of(TIMERS)
                .flatMap(timer -> management
                        .createJobQuery()
                        .processInstanceId(instance.getId())
                        .activityId(timer)
                        .withRetriesLeft()
                        .list()
                        .stream());
    }
}
