package io.redress.time.ladder;

import io.redress.complaint.file.CaseHead;
import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Complaints;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.complaint.timeline.Timeline;
import io.redress.complaint.timeline.TimelineKind;
import io.redress.engine.guard.ModelBean;
import io.redress.time.clock.CaseClock;
import io.redress.time.clock.ClockRows;
import io.redress.time.ladder.RungAlert.Climbed;
import io.redress.time.ladder.RungSchedule.Step;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Transactional;

/**
 * The escalation ladder. Each rung is climbed only once: it is claimed in our own table, because the engine can fire a
 * timer again and a job can run twice.
 */
@ModelBean("ladder")
public class Ladder {

    private static final int RAISED_PRIORITY = 90;
    private static final long SOON_IN_SECONDS = 10;

    private final Complaints complaints;
    private final ClockRows rows;
    private final RungRows climbs;
    private final RungSchedule schedule;
    private final MovedTimers timers;
    private final RungAlert alert;
    private final RungAction action;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Ladder(
            Complaints complaints,
            ClockRows rows,
            RungRows climbs,
            RungSchedule schedule,
            MovedTimers timers,
            RungAlert alert,
            RungAction action,
            Timeline timeline,
            ApplicationEventPublisher events,
            Clock clock) {
        this.complaints = complaints;
        this.rows = rows;
        this.climbs = climbs;
        this.schedule = schedule;
        this.timers = timers;
        this.alert = alert;
        this.action = action;
        this.timeline = timeline;
        this.events = events;
        this.clock = clock;
    }

    /**
     * For the timers in the diagrams: when the next rung is to be climbed; far away while every clock stands still.
     *
     * @param caseNumber {@code null} or empty before the complaint is registered: then it is checked again soon
     */
    public Date nextRungAt(String caseNumber) {
        return Date.from(
                caseNumber == null || caseNumber.isEmpty()
                        ? clock.instant().plusSeconds(SOON_IN_SECONDS)
                        : timers.next(new CaseNumber(caseNumber)));
    }

    /**
     * Climbs every rung of these cases that is due, in the order in which they became due.
     *
     * @return when each case is to be checked next; a case where nothing can come any more is not among them
     */
    @Transactional
    public Map<CaseNumber, Instant> climb(Collection<CaseNumber> cases) {
        Instant now = clock.instant();
        List<CaseClock> clocks = rows.of(cases);
        List<Climbed> climbed = carryOut(climbs.claim(schedule.due(clocks, now), now));
        timeline.engineDid(climbed.stream().map(Ladder::entry).toList());
        alert.tell(climbed);
        climbed.stream()
                .map(Climbed::clock)
                .filter(late -> late.kind().isPromise() && !late.lateness(now).isZero())
                .forEach(late -> events.publishEvent(new PromiseLate(late, now)));
        return timers.next(cases, clocks);
    }

    private List<Climbed> carryOut(List<Step> steps) {
        Map<CaseNumber, CaseHead> files =
                complaints.heads(steps.stream().map(Step::caseNumber).collect(Collectors.toSet()));
        List<Climbed> climbed = new ArrayList<>();
        for (Step step : steps) {
            CaseHead file = carryOut(step, files.get(step.caseNumber()));
            files.put(file.number(), file);
            climbed.add(new Climbed(file, step.clock(), step.rung(), step.turn()));
        }
        return climbed;
    }

    /** @return the case as it is afterwards */
    private CaseHead carryOut(Step step, CaseHead file) {
        switch (step.rung().action()) {
            case RAISE_PRIORITY -> {
                Complaint raised = complaints.change(file.number(), urgent -> urgent.raisePriority(RAISED_PRIORITY));
                action.raise(raised);
                return raised.head();
            }
            case REASSIGN -> {
                if (!layBehind(file, step)) {
                    Complaint free = complaints.change(file.number(), orphan -> orphan.ownedBy(null));
                    action.reassign(free, file.owner());
                    return free.head();
                }
            }
            case HAND_BACK -> action.handBack(complaints.get(file.number()), step.clock());
            case REMIND, TELL_LEAD, TELL_MANAGER -> {}
        }
        return file;
    }

    /** Whether an imported case had passed the rung before it came here: its owner has let nobody wait here yet. */
    private static boolean layBehind(CaseHead file, Step step) {
        return file.imported() && step.at().isBefore(file.createdAt());
    }

    private static Timeline.Entry entry(Climbed climbed) {
        return new Timeline.Entry(
                climbed.file().number(),
                TimelineKind.RUNG_CLIMBED,
                "%s is %s: %s told%s"
                        .formatted(
                                climbed.clock().title(),
                                howFar(climbed.rung().percentAt(climbed.turn())),
                                climbed.rung().audience(),
                                howOften(climbed.turn())));
    }

    /** A percentage says nothing once more than the whole time is used up. */
    private static String howFar(int percent) {
        return percent > 100 ? "late" : "at %d %%".formatted(percent);
    }

    /** A rung that is climbed again looks like one told twice, unless it says so. */
    private static String howOften(int turn) {
        return turn == 0 ? "" : " again (%d)".formatted(turn + 1);
    }
}
