package io.redress.time.clock;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.complaint.timeline.Timeline;
import io.redress.complaint.timeline.TimelineEntry;
import io.redress.complaint.timeline.TimelineKind;
import io.redress.core.text.EnumWords;
import io.redress.time.calendar.Calendars;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The only service that changes the clocks of a case. Whatever moves a due date moves the diagram's timers with it.
 */
@Component
public class Deadlines {

    private static final String STANDARD_LADDER = "standard";

    private final ClockRows rows;
    private final ServiceLevels levels;
    private final Calendars calendars;
    private final CaseTimers timers;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    public Deadlines(
            ClockRows rows,
            ServiceLevels levels,
            Calendars calendars,
            CaseTimers timers,
            Timeline timeline,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.levels = levels;
        this.calendars = calendars;
        this.timers = timers;
        this.timeline = timeline;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Starts the clocks of the case's round: in the first round from the time of receipt, later from now. The owner's
     * clock starts now in any case, since nobody here could act before; the total time of an earlier round goes on.
     */
    @Transactional
    public void start(Complaint complaint) {
        Instant at = complaint.round() == 1 ? complaint.receivedAt() : clock.instant();
        Map<ClockKind, Allowance> allowances = levels.of(complaint);
        List<ClockStart> starts = new ArrayList<>();
        Stream.of(ClockKind.ACKNOWLEDGEMENT, ClockKind.FIRST_ANSWER, ClockKind.RESOLUTION)
                .forEach(kind -> starts.add(begin(complaint, kind, at, allowances)));
        starts.add(begin(complaint, ClockKind.OWNER_ACTION, clock.instant(), allowances));
        if (complaint.round() == 1) {
            starts.add(begin(complaint, ClockKind.RESOLUTION_TOTAL, at, allowances));
        }
        rows.start(complaint.number(), starts);
        starts.forEach(started -> made(complaint, started.kind(), started.subject()));
        if (complaint.round() > 1) {
            goOn(complaint.number());
            timers.move(complaint.number());
        }
    }

    private static ClockStart begin(
            Complaint complaint, ClockKind kind, Instant at, Map<ClockKind, Allowance> allowances) {
        return new ClockStart(kind, complaint.round(), "", null, at, allowances.get(kind));
    }

    /** Lets the total time go on: it has stood still since the last resolution, or since the case had ended. */
    private void goOn(CaseNumber caseNumber) {
        rows.lock(caseNumber).stream()
                .filter(total -> total.kind() == ClockKind.RESOLUTION_TOTAL && !total.isRunning())
                .forEach(ended -> rows.reopen(ended, PauseReason.RESOLVED));
        change(caseNumber, pausedBy(PauseReason.RESOLVED), total -> resume(total, clock.instant()));
    }

    /** Applies what is known by now, such as severity and priority; every clock keeps what it has used. */
    @Transactional
    public void rate(Complaint complaint) {
        Map<ClockKind, Allowance> allowances = levels.of(complaint);
        Instant now = clock.instant();
        change(complaint.number(), running -> !running.kind().isSetByOthers(), running -> {
            Allowance allowance = allowances.get(running.kind());
            if (allowance != null) {
                apply(running, allowance, now);
            }
        });
        timers.move(complaint.number());
    }

    private void apply(CaseClock running, Allowance allowance, Instant now) {
        boolean same = running.budget().equals(allowance.budget())
                && running.calendar().name().equals(allowance.calendar());
        if (!same) {
            rows.turn(
                    running,
                    now,
                    allowance.calendar(),
                    allowance.budget(),
                    running.present().pausedBecause());
        }
        if (!running.ladder().equals(allowance.ladder())) {
            rows.useLadder(running, allowance.ladder());
        }
    }

    /** Lets the clocks that may stand still do so, because only the customer can go on. */
    @Transactional
    public void pause(CaseNumber caseNumber, PauseReason reason) {
        Instant now = clock.instant();
        change(
                caseNumber,
                running -> running.kind().mayPause() && !running.isPaused(),
                running -> pause(running, reason, now));
        turned(caseNumber);
    }

    /** Lets the clocks that stand still for this reason go on. */
    @Transactional
    public void resume(CaseNumber caseNumber, PauseReason reason) {
        Instant now = clock.instant();
        change(caseNumber, pausedBy(reason), paused -> resume(paused, now));
        turned(caseNumber);
    }

    private void turned(CaseNumber caseNumber) {
        timers.move(caseNumber);
        events.publishEvent(new ClocksTurned(caseNumber));
    }

    private void pause(CaseClock running, PauseReason reason, Instant now) {
        rows.turn(running, now, running.calendar().name(), running.budget(), reason);
        // What the customer was told no longer counts once they are asked, unless it was broken before.
        if (running.toldUntil() != null && running.toldUntil().isAfter(now)) {
            rows.keepTold(running, null);
        }
    }

    private void resume(CaseClock paused, Instant now) {
        rows.turn(paused, now, paused.calendar().name(), paused.budget(), null);
    }

    /** Starts the clock of a reply to what the customer wrote, unless they wait for one already. */
    @Transactional
    public void customerWaits(Complaint complaint, String message) {
        if (running(complaint.number(), ClockKind.NEXT_ANSWER).isEmpty()) {
            Allowance allowance = levels.of(complaint).get(ClockKind.NEXT_ANSWER);
            start(complaint, ClockKind.NEXT_ANSWER, message, clock.instant(), allowance);
            timers.move(complaint.number());
        }
    }

    /**
     * Starts the clock of an advice that was asked for.
     *
     * @param request the id that tells it from others of the case
     * @param whom the audience that is asked; a rung may tell them
     */
    @Transactional
    public void adviceAsked(Complaint complaint, String request, String whom) {
        String subject = request + " " + whom;
        Map<ClockKind, Allowance> allowances = levels.of(complaint);
        // A table that a manager made before this clock existed gives it as long as a reply to a customer.
        Allowance allowance = allowances.getOrDefault(ClockKind.ADVICE, allowances.get(ClockKind.NEXT_ANSWER));
        if (of(complaint.number()).stream().noneMatch(asked -> asked.isAbout(ClockKind.ADVICE, subject))) {
            rows.start(
                    complaint.number(),
                    List.of(new ClockStart(
                            ClockKind.ADVICE, complaint.round(), subject, whom, clock.instant(), allowance)));
            timers.move(complaint.number());
        }
    }

    /** Starts a promise that the customer was just given; it takes the place of an earlier one that still runs. */
    @Transactional
    public void promised(Complaint complaint, Instant until) {
        Instant now = clock.instant();
        change(complaint.number(), running -> running.kind() == ClockKind.HOLDING, earlier -> rows.stop(earlier, now));
        // A budget is whole seconds, and the clock is to be due at the very instant that the customer read.
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        start(complaint, ClockKind.HOLDING, now.toString(), second, wallClock(second, until));
        standStillWithOthers(complaint.number(), now);
        timers.move(complaint.number());
    }

    /**
     * Starts a clock whose end others have set. It never pauses, outlives the case, and is started once for each
     * subject.
     *
     * @param startedAt when the time that is allowed began; before {@code dueAt}
     */
    @Transactional
    public void startLegal(Complaint complaint, ClockKind kind, String subject, Instant startedAt, Instant dueAt) {
        if (of(complaint.number()).stream().noneMatch(started -> started.isAbout(kind, subject))) {
            start(complaint, kind, subject, startedAt, wallClock(startedAt, dueAt));
            if (kind.isOwed()) {
                // It may outlive the case, whose ladder is there afterwards only where it has begun before.
                timers.begin(complaint.number());
            } else {
                timers.move(complaint.number());
            }
        }
    }

    /** Notes that what the clock about this subject counts towards has happened. */
    @Transactional
    public void met(CaseNumber caseNumber, ClockKind kind, String subject) {
        metAt(caseNumber, kind, subject, clock.instant());
    }

    /** Stops the clock about this subject, because nothing is owed any more. */
    @Transactional
    public void stop(CaseNumber caseNumber, ClockKind kind, String subject) {
        change(caseNumber, running -> running.isAbout(kind, subject), over -> rows.stop(over, clock.instant()));
    }

    /** The same, where it happened at an earlier instant. */
    @Transactional
    public void metAt(CaseNumber caseNumber, ClockKind kind, String subject, Instant at) {
        change(caseNumber, running -> running.isAbout(kind, subject), met -> rows.meet(met, at));
    }

    /** Notes that what this clock counts towards happened at an earlier instant, as in the system a case comes from. */
    @Transactional
    public void metAt(CaseNumber caseNumber, ClockKind kind, Instant at) {
        change(caseNumber, running -> running.kind() == kind, running -> meet(running, at));
    }

    private void meet(CaseClock running, Instant at) {
        rows.meet(running, at);
        boolean late = running.kind().isPromise() && lateAt(running, at);
        if (running.kind().isPromise()) {
            events.publishEvent(new PromiseEnded(running, at, late));
        }
        if (running.kind() == ClockKind.LEGAL) {
            timeline.engineDid(new CaseNumber(running.caseNumber()), TimelineKind.LEGAL_CLOCK_MET, running.subject());
        }
        if (late) {
            timeline.add(
                    new CaseNumber(running.caseNumber()),
                    TimelineEntry.ENGINE,
                    TimelineKind.PROMISE_BROKEN,
                    EnumWords.word(running.kind()) + " came after it was due");
        }
    }

    /** Whether it is late at this instant, given what has happened and the pauses before. */
    private static boolean lateAt(CaseClock running, Instant at) {
        return !running.lateness(at).isZero();
    }

    /** Stops the clocks of a kind, because nothing is owed any more. */
    @Transactional
    public void stop(CaseNumber caseNumber, ClockKind kind) {
        change(caseNumber, running -> running.kind() == kind, over -> rows.stop(over, clock.instant()));
    }

    /**
     * Notes that the customer has just received what these clocks count towards. The owner's clock begins anew with it;
     * once the round is made good and explained, it ends, and the total time stands still.
     */
    @Transactional
    public void received(Complaint complaint, Set<ClockKind> meets) {
        Instant now = clock.instant();
        boolean resolved = meets.contains(ClockKind.RESOLUTION);
        boolean noticed = resolved || meets.contains(ClockKind.FIRST_ANSWER);
        Predicate<CaseClock> resolvedBefore = pausedBy(PauseReason.RESOLVED);
        Set<Long> answered = resolved ? rows.aboutTheAnswer(complaint.number()) : Set.of();
        change(complaint.number(), running -> true, running -> {
            if (meets.contains(running.kind()) || answered.contains(running.id())) {
                meet(running, now);
            } else if (resolved && running.kind() == ClockKind.RESOLUTION_TOTAL && !resolvedBefore.test(running)) {
                pause(running, PauseReason.RESOLVED, now);
            } else if (noticed && running.kind() == ClockKind.OWNER_ACTION) {
                rows.meet(running, now);
                if (!resolved) {
                    Allowance allowance = levels.of(complaint).get(ClockKind.OWNER_ACTION);
                    start(complaint, ClockKind.OWNER_ACTION, now.toString(), now, allowance);
                }
            }
        });
        standStillWithOthers(complaint.number(), now);
        if (noticed && !resolved) {
            timers.move(complaint.number());
        }
    }

    /**
     * Ends every clock of the case but those that others have set for more than the answer, because nothing is owed to
     * the customer any more.
     */
    @Transactional
    public void stopAll(CaseNumber caseNumber) {
        Instant now = clock.instant();
        Predicate<CaseClock> resolved = pausedBy(PauseReason.RESOLVED);
        Set<Long> answers = rows.aboutTheAnswer(caseNumber);
        change(caseNumber, running -> !running.kind().isSetByOthers() || answers.contains(running.id()), over -> {
            if (resolved.test(over)) {
                rows.meet(over, over.stoodStillSince().orElse(now));
            } else {
                rows.stop(over, now);
            }
        });
        timers.move(caseNumber);
    }

    /** Every clock of the case, of every round, oldest first. */
    public List<CaseClock> of(CaseNumber caseNumber) {
        return rows.of(caseNumber);
    }

    /** Every clock of these cases, of every round, those of a case oldest first. */
    public List<CaseClock> of(Collection<CaseNumber> cases) {
        return rows.of(cases);
    }

    /** When the running clock about this subject is due. */
    public Optional<Instant> dueAt(CaseNumber caseNumber, ClockKind kind, String subject) {
        return of(caseNumber).stream()
                .filter(running -> running.isRunning() && running.isAbout(kind, subject))
                .map(running -> running.dueAt(clock.instant()))
                .findFirst();
    }

    /** When somebody is expected to act: the next due clock, or where none runs the time that a reply may take. */
    public Instant actBy(Complaint complaint) {
        Instant now = clock.instant();
        return nextDue(of(complaint.number()), now).orElseGet(() -> {
            Allowance reply = levels.of(complaint).get(ClockKind.NEXT_ANSWER);
            return calendars.named(reply.calendar()).add(now, reply.budget());
        });
    }

    /** Whether everything that is owed in the case waits for an answer of the customer. */
    public boolean waitsForCustomer(CaseNumber caseNumber) {
        List<CaseClock> all = of(caseNumber);
        return nextDue(all, clock.instant()).isEmpty()
                && all.stream().anyMatch(pausedBy(PauseReason.WAITING_FOR_CUSTOMER));
    }

    /** A clock that stands still asks nobody to act. */
    private static Optional<Instant> nextDue(List<CaseClock> all, Instant now) {
        return all.stream()
                .filter(owed -> owed.isOwed() && !owed.isPaused())
                .map(owed -> owed.promisedBy(now))
                .min(Instant::compareTo);
    }

    /** By how much the latest resolution clock was or is late. */
    public Duration resolutionDelay(CaseNumber caseNumber) {
        return of(caseNumber).stream()
                .filter(running -> running.kind() == ClockKind.RESOLUTION)
                .reduce((earlier, later) -> later)
                .map(resolution -> resolution.lateness(clock.instant()))
                .orElse(Duration.ZERO);
    }

    /** Pauses clocks that were started while the customer is asked, so that they wait for the answer as well. */
    private void standStillWithOthers(CaseNumber caseNumber, Instant now) {
        Predicate<CaseClock> waiting = pausedBy(PauseReason.WAITING_FOR_CUSTOMER);
        if (of(caseNumber).stream().anyMatch(waiting)) {
            change(
                    caseNumber,
                    running -> running.kind().mayPause() && !running.isPaused(),
                    running -> pause(running, PauseReason.WAITING_FOR_CUSTOMER, now));
        }
    }

    private void start(Complaint complaint, ClockKind kind, String subject, Instant at, Allowance allowance) {
        rows.start(complaint.number(), kind, complaint.round(), subject, at, allowance);
        made(complaint, kind, subject);
    }

    private void made(Complaint complaint, ClockKind kind, String subject) {
        if (kind.isPromise()) {
            events.publishEvent(new PromiseMade(complaint.number(), kind, complaint.round(), subject));
        }
    }

    private void change(CaseNumber caseNumber, Predicate<CaseClock> which, Consumer<CaseClock> how) {
        rows.lock(caseNumber).stream()
                .filter(CaseClock::isRunning)
                .filter(which)
                .forEach(how);
    }

    private Optional<CaseClock> running(CaseNumber caseNumber, ClockKind kind) {
        return of(caseNumber).stream()
                .filter(candidate -> candidate.kind() == kind && candidate.isRunning())
                .findFirst();
    }

    private static Predicate<CaseClock> pausedBy(PauseReason reason) {
        return running -> running.isPaused() && running.present().pausedBecause() == reason;
    }

    private static Allowance wallClock(Instant from, Instant until) {
        long seconds = Math.max(1, Duration.between(from, until).toSeconds());
        return new Allowance(Duration.ofSeconds(seconds), Calendars.ALWAYS, STANDARD_LADDER);
    }
}
