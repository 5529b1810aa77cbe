package io.redress.redesign.migration;

import io.redress.complaint.file.Complaints;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.complaint.timeline.Timeline;
import io.redress.complaint.timeline.TimelineKind;
import io.redress.engine.job.FailedJobs;
import io.redress.engine.migration.CannotMigrate;
import io.redress.engine.migration.OpenTimer;
import io.redress.engine.migration.OpenTimers;
import io.redress.engine.migration.ProcessMigrations;
import io.redress.redesign.migration.MigrationRows.Due;
import io.redress.time.clock.CaseClock;
import io.redress.time.clock.Deadlines;
import io.redress.time.ladder.LadderDueTimes;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The move of one case, with all its processes that run by the diagram. What it changes is found by doing it: whoever only
 * wants to know rolls the transaction back.
 */
@Component
class CaseMigration {

    private final RuntimeService runtime;
    private final ProcessMigrations migrations;
    private final MigrationPlans plans;
    private final OpenTimers timers;
    private final LadderDueTimes ladder;
    private final FailedJobs failed;
    private final MigrationRows rows;
    private final Complaints complaints;
    private final Deadlines deadlines;
    private final Timeline timeline;
    private final Clock clock;

    CaseMigration(
            RuntimeService runtime,
            ProcessMigrations migrations,
            MigrationPlans plans,
            OpenTimers timers,
            LadderDueTimes ladder,
            FailedJobs failed,
            MigrationRows rows,
            Complaints complaints,
            Deadlines deadlines,
            Timeline timeline,
            Clock clock) {
        this.runtime = runtime;
        this.migrations = migrations;
        this.plans = plans;
        this.timers = timers;
        this.ladder = ladder;
        this.failed = failed;
        this.rows = rows;
        this.complaints = complaints;
        this.deadlines = deadlines;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** A promise to the customer would not be kept as it was given; the transaction can only be rolled back. */
    static final class PromiseWouldChange extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient List<String> why;
        private final transient List<TimerChange> changes;

        private PromiseWouldChange(List<String> why, List<TimerChange> changes) {
            super(String.join(" ", why));
            this.why = why;
            this.changes = changes;
        }

        List<String> why() {
            return why;
        }

        List<TimerChange> changes() {
            return changes;
        }
    }

    /** A step of the case is being done right now. */
    static final class AtWork extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /**
     * Moves a case, in the present transaction.
     *
     * @return what has changed of its timers and clocks; empty where there was nothing to move any more
     * @throws CannotMigrate where it stands at a step that the other version does not have
     * @throws PromiseWouldChange where a promise would change by it
     * @throws AtWork where it has to wait
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<List<TimerChange>> move(Due due) {
        if (due.caseNumber() != null) {
            complaints.hold(due.caseNumber());
        }
        List<ProcessInstance> moving =
                runtime.createProcessInstanceQuery().processInstanceIds(new HashSet<>(due.instances())).list().stream()
                        .filter(instance -> !instance.getProcessDefinitionId().equals(due.definition()))
                        .toList();
        if (moving.isEmpty()) {
            return Optional.empty();
        }
        List<String> instances = moving.stream().map(ProcessInstance::getId).toList();
        if (rows.isAtWork(instances)) {
            throw new AtWork();
        }
        Instant now = clock.instant();
        State before = state(due.caseNumber(), instances, now);
        moving.forEach(instance ->
                migrations.move(plans.between(instance.getProcessDefinitionId(), due.definition()), instance.getId()));
        State after = state(due.caseNumber(), instances, now);

        List<TimerChange> changes = changes(before, after);
        List<String> broken = broken(before, after);
        if (!broken.isEmpty()) {
            throw new PromiseWouldChange(broken, changes);
        }
        failed.around(instances).forEach(failed::tryAgain);
        note(due, moving);
        return Optional.of(changes);
    }

    private void note(Due due, List<ProcessInstance> moved) {
        if (due.caseNumber() != null) {
            timeline.add(
                    due.caseNumber(),
                    due.by(),
                    TimelineKind.MIGRATED,
                    "“%s” goes on by version %d of its diagram.%s"
                            .formatted(
                                    plans.name(moved.get(0).getProcessDefinitionId()),
                                    due.to(),
                                    due.reason() == null ? "" : " Reason given: " + due.reason()));
        }
    }

    /** What must not change by a move, and what may. */
    private record State(Map<String, OpenTimer> timers, Map<Long, ClockState> clocks, LadderDueTimes.Due ladder) {}

    /**
     * A clock at an instant.
     *
     * @param isKept whether a customer was told of it, or somebody else than we has set it
     */
    private record ClockState(
            String title, boolean isKept, Instant dueAt, boolean paused, Instant metAt, Instant stoppedAt) {

        static ClockState of(CaseClock clock, Instant now) {
            return new ClockState(
                    clock.title(),
                    clock.kind().isPromise() || clock.kind().isSetByOthers(),
                    clock.isRunning() ? clock.dueAt(now) : null,
                    clock.isPaused(),
                    clock.metAt(),
                    clock.stoppedAt());
        }
    }

    private State state(CaseNumber caseNumber, List<String> instances, Instant now) {
        Map<String, OpenTimer> running =
                timers.of(instances).stream().collect(Collectors.toMap(OpenTimer::jobId, Function.identity()));
        return caseNumber == null
                ? new State(running, Map.of(), LadderDueTimes.Due.NEVER)
                : new State(
                        running,
                        deadlines.of(caseNumber).stream()
                                .collect(Collectors.toMap(CaseClock::id, one -> ClockState.of(one, now))),
                        ladder.of(caseNumber));
    }

    /** A timer that was drawn anew counts as the one that it took the place of. */
    private static List<TimerChange> changes(State before, State after) {
        List<TimerChange> changes = new ArrayList<>();
        Map<String, OpenTimer> begun = new HashMap<>(after.timers());
        List<OpenTimer> gone = new ArrayList<>();
        before.timers().values().forEach(timer -> {
            OpenTimer kept = begun.remove(timer.jobId());
            if (kept == null) {
                gone.add(timer);
            } else if (!kept.dueAt().equals(timer.dueAt())) {
                changes.add(new TimerChange(kept.element(), timer.dueAt(), kept.dueAt()));
            }
        });
        for (OpenTimer timer : gone) {
            Optional<OpenTimer> anew = begun.values().stream()
                    .filter(one -> one.question().equals(timer.question()))
                    .findFirst();
            anew.ifPresent(one -> begun.remove(one.jobId()));
            Instant to = anew.map(OpenTimer::dueAt).orElse(null);
            if (!timer.dueAt().equals(to)) {
                changes.add(new TimerChange(anew.orElse(timer).element(), timer.dueAt(), to));
            }
        }
        begun.values().forEach(timer -> changes.add(new TimerChange(timer.element(), null, timer.dueAt())));
        ids(before.clocks(), after.clocks()).forEach(id -> {
            ClockState then = before.clocks().get(id);
            ClockState now = after.clocks().get(id);
            Instant from = then == null ? null : then.dueAt();
            Instant to = now == null ? null : now.dueAt();
            if (!Objects.equals(from, to)) {
                changes.add(new TimerChange((now == null ? then : now).title(), from, to));
            }
        });
        return changes;
    }

    private static List<String> broken(State before, State after) {
        List<String> broken = new ArrayList<>();
        ids(before.clocks(), after.clocks()).forEach(id -> {
            ClockState then = before.clocks().get(id);
            ClockState now = after.clocks().get(id);
            if (!Objects.equals(then, now) && (then == null || then.isKept()) && (now == null || now.isKept())) {
                broken.add("The promise “%s” would change.".formatted((now == null ? then : now).title()));
            }
        });
        if (isLater(before.ladder().nextHoldingAnswer(), after.ladder().nextHoldingAnswer())) {
            broken.add("The customer would not hear in time where we need longer.");
        }
        if (isLater(before.ladder().nextRung(), after.ladder().nextRung())) {
            broken.add("Nobody would be told in time that it is overdue.");
        }
        return broken;
    }

    private static boolean isLater(Optional<Instant> before, Optional<Instant> after) {
        return before.isPresent() && (after.isEmpty() || after.orElseThrow().isAfter(before.orElseThrow()));
    }

    private static Set<Long> ids(Map<Long, ClockState> before, Map<Long, ClockState> after) {
        Set<Long> ids = new LinkedHashSet<>(before.keySet());
        ids.addAll(after.keySet());
        return ids;
    }
}
