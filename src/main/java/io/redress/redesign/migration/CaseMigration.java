package io.redress.redesign.migration;

import io.redress.complaint.file.Complaints;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.complaint.timeline.Timeline;
import io.redress.complaint.timeline.TimelineKind;
import io.redress.engine.job.RelatedJobs;
import io.redress.engine.migration.CannotMigrate;
import io.redress.engine.migration.KeptTimer;
import io.redress.engine.migration.OpenTimer;
import io.redress.engine.migration.ProcessMigrations;
import io.redress.engine.port.DiagramLabels;
import io.redress.redesign.migration.MigrationRows.Due;
import io.redress.time.clock.CaseClock;
import io.redress.time.clock.Deadlines;
import io.redress.time.ladder.LadderDueTimes;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private final DiagramLabels labels;
    private final LadderDueTimes ladder;
    private final RelatedJobs jobs;
    private final Complaints complaints;
    private final Deadlines deadlines;
    private final Timeline timeline;
    private final Clock clock;

    CaseMigration(
            RuntimeService runtime,
            ProcessMigrations migrations,
            MigrationPlans plans,
            DiagramLabels labels,
            LadderDueTimes ladder,
            RelatedJobs jobs,
            Complaints complaints,
            Deadlines deadlines,
            Timeline timeline,
            Clock clock) {
        this.runtime = runtime;
        this.migrations = migrations;
        this.plans = plans;
        this.labels = labels;
        this.ladder = ladder;
        this.jobs = jobs;
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
        if (jobs.isAnyRunning(instances)) {
            throw new AtWork();
        }
        Instant now = clock.instant();
        State before = state(due.caseNumber(), now);
        List<KeptTimer> timers = moving.stream()
                .flatMap(
                        instance -> migrations
                                .move(
                                        plans.between(instance.getProcessDefinitionId(), due.definition()),
                                        instance.getId())
                                .stream())
                .toList();
        State after = state(due.caseNumber(), now);

        List<TimerChange> changes = Stream.concat(timers.stream().map(CaseMigration::change), changes(before, after))
                .filter(change -> !Objects.equals(change.from(), change.to()))
                .toList();
        List<String> broken = broken(before, after);
        if (!broken.isEmpty()) {
            throw new PromiseWouldChange(broken, changes);
        }
        jobs.failed(instances).forEach(jobs::tryAgain);
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
                                    labels.process(moved.get(0).getProcessDefinitionId()),
                                    due.to(),
                                    due.reason() == null ? "" : " Reason given: " + due.reason()));
        }
    }

    /** What must not change by a move, and what may. */
    private record State(Map<Long, ClockState> clocks, LadderDueTimes.Due ladder) {}

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

    private State state(CaseNumber caseNumber, Instant now) {
        return caseNumber == null
                ? new State(Map.of(), LadderDueTimes.Due.NEVER)
                : new State(
                        deadlines.of(caseNumber).stream()
                                .collect(Collectors.toMap(CaseClock::id, one -> ClockState.of(one, now))),
                        ladder.of(caseNumber));
    }

    private static TimerChange change(KeptTimer timer) {
        OpenTimer before = timer.before();
        OpenTimer after = timer.after();
        return new TimerChange(
                (after == null ? before : after).label(),
                before == null ? null : before.dueAt(),
                after == null ? null : after.dueAt());
    }

    private static Stream<TimerChange> changes(State before, State after) {
        return ids(before.clocks(), after.clocks()).map(id -> {
            ClockState then = before.clocks().get(id);
            ClockState now = after.clocks().get(id);
            return new TimerChange(
                    (now == null ? then : now).title(),
                    then == null ? null : then.dueAt(),
                    now == null ? null : now.dueAt());
        });
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

    private static Stream<Long> ids(Map<Long, ClockState> before, Map<Long, ClockState> after) {
        return Stream.concat(before.keySet().stream(), after.keySet().stream()).distinct();
    }
}
