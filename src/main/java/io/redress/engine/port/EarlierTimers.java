package io.redress.engine.port;

import io.redress.complaint.timeline.CaseNumber;
import java.time.Clock;
import java.util.Date;
import java.util.List;
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
    private final TimerQuestions questions;
    private final NextSteps next;
    private final Clock clock;

    EarlierTimers(
            RuntimeService runtime,
            ManagementService management,
            TimerQuestions questions,
            NextSteps next,
            Clock clock) {
        this.runtime = runtime;
        this.management = management;
        this.questions = questions;
        this.next = next;
        this.clock = clock;
    }

    /**
     * Makes the timers due now that lead straight to the step that this bean does, and the attempts at that step that
     * were put off. What is due already is left alone: it may be running.
     *
     * @throws org.springframework.dao.ConcurrencyFailureException where the case moved on at the same moment
     */
    void fireNowWhatLeadsTo(CaseNumber caseNumber, String processKey, String bean) {
        Date now = Date.from(clock.instant());
        instances(caseNumber, processKey)
                .flatMap(instance -> waiting(instance, now))
                .filter(job -> next.leadsTo(job, bean))
                .forEach(job -> management.setJobDuedate(job.getId(), now));
    }

    /**
     * Makes the timers due now whose diagram asks this of a bean when they are due, such as
     * {@code refundWatch.nextCheckAt(}; what is due already is left alone.
     *
     * @return whether any timer asks it, due or not
     */
    boolean fireNowWhatAsks(CaseNumber caseNumber, String processKey, String question) {
        Date now = Date.from(clock.instant());
        List<Job> asking = instances(caseNumber, processKey)
                .flatMap(instance ->
                        management.createJobQuery().processInstanceId(instance.getId()).timers().list().stream())
                .filter(timer -> questions.asks(timer, question))
                .toList();
        asking.stream()
                .filter(timer -> timer.getRetries() > 0 && timer.getDuedate().after(now))
                .forEach(timer -> management.setJobDuedate(timer.getId(), now));
        return !asking.isEmpty();
    }

    private Stream<ProcessInstance> instances(CaseNumber caseNumber, String processKey) {
        return runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber.value(), processKey)
                .list()
                .stream();
    }

    private Stream<Job> waiting(ProcessInstance instance, Date now) {
        return management
                .createJobQuery()
                .processInstanceId(instance.getId())
                .duedateHigherThan(now)
                .withRetriesLeft()
                .list()
                .stream();
    }
}
