package io.redress.time.ladder.process;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.engine.port.TimerQuestions;
import io.redress.time.ladder.LadderDueTimes;
import io.redress.time.ladder.LadderTimers;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;

/**
 * The timers of ladder and holding answer in the engine, whose due dates are moved here. They are known by what they
 * wait for, which is the bean that their diagram asks when they are due, whatever they are called.
 */
@Component
class EngineLadderTimers implements LadderTimers, LadderDueTimes {

    private static final String[] DIAGRAMS = {"complaintResolution", "dispute", "readMessage"};

    /** What the timers of the ladder ask in their expressions; as the engine keeps these, for each timer deployed. */
    static final String LADDER = "ladder.nextRungAt(";

    private static final String HOLDING = "holdingAnswers.dueAt(";

    private final RuntimeService runtime;
    private final ManagementService management;
    private final TimerQuestions questions;
    private final Clock clock;

    EngineLadderTimers(RuntimeService runtime, ManagementService management, TimerQuestions questions, Clock clock) {
        this.runtime = runtime;
        this.management = management;
        this.questions = questions;
        this.clock = clock;
    }

    @Override
    public void move(CaseNumber caseNumber, Instant nextRung, Instant nextHoldingAnswer) {
        timers(caseNumber).forEach(timer -> {
            if (questions.asks(timer, LADDER)) {
                move(timer, Date.from(nextRung));
            } else if (questions.asks(timer, HOLDING)) {
                move(timer, Date.from(nextHoldingAnswer));
            }
        });
    }

    @Override
    public Due of(CaseNumber caseNumber) {
        List<Job> timers = timers(caseNumber);
        return new Due(first(timers, LADDER), first(timers, HOLDING));
    }

    private Optional<Instant> first(List<Job> timers, String question) {
        return timers.stream()
                .filter(timer -> questions.asks(timer, question))
                .map(timer -> timer.getDuedate().toInstant())
                .min(Comparator.naturalOrder());
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
}
