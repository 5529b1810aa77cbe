package io.redress.deadline;

import io.redress.complaint.CaseNumber;
import io.redress.complaint.Complaint;
import io.redress.complaint.Timeline;
import io.redress.complaint.TimelineEntry;
import io.redress.complaint.Words;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The one door to all clocks of a case. */
@Component
public class Deadlines {

    private final CaseClocks clocks;
    private final DeadlineProperties properties;
    private final Timeline timeline;
    private final Clock clock;

    Deadlines(CaseClocks clocks, DeadlineProperties properties, Timeline timeline, Clock clock) {
        this.clocks = clocks;
        this.properties = properties;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** Starts every promise of the case's round: the first from the time of receipt, later ones from now. */
    @Transactional
    public void start(Complaint complaint) {
        Instant start = complaint.round() == 1 ? complaint.receivedAt() : clock.instant();
        for (ClockKind kind : ClockKind.promises()) {
            clocks.save(new CaseClock(
                    null,
                    complaint.number().value(),
                    kind,
                    complaint.round(),
                    "",
                    start,
                    properties.budget(kind).toSeconds(),
                    null,
                    null));
        }
    }

    /**
     * Starts a clock whose end others have set. It never pauses, outlives the case, and is started once for each subject.
     *
     * @param startedAt when the time that is allowed began; before {@code dueAt}
     */
    @Transactional
    public void startLegal(Complaint complaint, ClockKind kind, String subject, Instant startedAt, Instant dueAt) {
        if (of(complaint.number()).stream().noneMatch(started -> started.isAbout(kind, subject))) {
            clocks.save(new CaseClock(
                    null,
                    complaint.number().value(),
                    kind,
                    complaint.round(),
                    subject,
                    startedAt,
                    Math.max(1, Duration.between(startedAt, dueAt).toSeconds()),
                    null,
                    null));
        }
    }

    /** Notes that what the clock about this subject counts towards has happened. */
    @Transactional
    public void met(CaseNumber caseNumber, ClockKind kind, String subject) {
        running(caseNumber, kind, subject).ifPresent(met -> clocks.end(met.id(), clock.instant(), null));
    }

    /** Stops the clock about this subject, because nothing is owed any more. */
    @Transactional
    public void stop(CaseNumber caseNumber, ClockKind kind, String subject) {
        running(caseNumber, kind, subject).ifPresent(over -> clocks.end(over.id(), null, clock.instant()));
    }

    /** When the running clock about this subject is due. */
    public Optional<Instant> dueAt(CaseNumber caseNumber, ClockKind kind, String subject) {
        return running(caseNumber, kind, subject).map(CaseClock::dueAt);
    }

    /** Notes that what this clock counts towards has happened; a clock that was met already stays so. */
    @Transactional
    public void met(CaseNumber caseNumber, ClockKind kind) {
        Instant now = clock.instant();
        running(caseNumber, kind)
                .filter(late -> late.dueAt().isBefore(now))
                .ifPresent(late -> timeline.add(
                        caseNumber,
                        TimelineEntry.ENGINE,
                        "promise_broken",
                        Words.word(kind) + " came after it was due"));
        clocks.meet(caseNumber.value(), kind.name(), now);
    }

    /** Stops every promise, because nothing is owed to the customer any more. */
    @Transactional
    public void stopAll(CaseNumber caseNumber) {
        List<String> promises = ClockKind.promises().stream().map(Enum::name).toList();
        clocks.stop(caseNumber.value(), promises, clock.instant());
    }

    /** Every clock of the case, of every round, oldest first. */
    public List<CaseClock> of(CaseNumber caseNumber) {
        return clocks.findByCaseNumberOrderById(caseNumber.value());
    }

    /** When the next running clock is due; empty where none runs. */
    public Optional<Instant> nextDue(CaseNumber caseNumber) {
        return of(caseNumber).stream()
                .filter(CaseClock::isRunning)
                .map(CaseClock::dueAt)
                .min(Instant::compareTo);
    }

    /** When somebody is expected to act: the next due clock, or where none runs the time that a first answer may take. */
    public Instant actBy(CaseNumber caseNumber) {
        return nextDue(caseNumber).orElseGet(() -> clock.instant().plus(properties.firstAnswer()));
    }

    /** By how much the latest resolution clock was or is late. */
    public Duration resolutionDelay(CaseNumber caseNumber) {
        return of(caseNumber).stream()
                .filter(running -> running.kind() == ClockKind.RESOLUTION)
                .reduce((earlier, later) -> later)
                .map(resolution -> resolution.lateness(clock.instant()))
                .orElse(Duration.ZERO);
    }

    private Optional<CaseClock> running(CaseNumber caseNumber, ClockKind kind, String subject) {
        return of(caseNumber).stream()
                .filter(candidate -> candidate.isAbout(kind, subject) && candidate.isRunning())
                .findFirst();
    }

    private Optional<CaseClock> running(CaseNumber caseNumber, ClockKind kind) {
        return of(caseNumber).stream()
                .filter(candidate -> candidate.kind() == kind && candidate.isRunning())
                .findFirst();
    }
}
