package io.redress.engine.port;

import io.redress.complaint.timeline.CaseNumber;
import java.time.Clock;
import java.util.Date;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** The means to make a case's timers due now, because the reason to wait has gone. */
@Component
class EarlierTimers {

    private final RuntimeService runtime;
    private final ManagementService management;
    private final Clock clock;

    EarlierTimers(RuntimeService runtime, ManagementService management, Clock clock) {
        this.runtime = runtime;
        this.management = management;
        this.clock = clock;
    }

    /**
     * Makes timers, and attempts that were put off, due now. What is due already is left alone: it may be running.
     *
     * @throws org.springframework.dao.ConcurrencyFailureException where the case moved on at the same moment
     */
    void fireNow(CaseNumber caseNumber, String processKey, String... activities) {
        Date now = Date.from(clock.instant());
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseNumber.value(), processKey).list().stream()
                .flatMap(instance -> Stream.of(activities).flatMap(activity -> waiting(instance, activity, now)))
                .forEach(job -> management.setJobDuedate(job.getId(), now));
    }

    private Stream<Job> waiting(ProcessInstance instance, String activity, Date now) {
        return management
                .createJobQuery()
                .processInstanceId(instance.getId())
                .activityId(activity)
                .duedateHigherThan(now)
                .withRetriesLeft()
                .list()
                .stream();
    }
}
