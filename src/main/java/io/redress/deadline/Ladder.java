package io.redress.deadline;

import io.redress.complaint.CaseNumber;
import io.redress.complaint.Complaint;
import io.redress.complaint.Complaints;
import io.redress.complaint.Timeline;
import io.redress.deadline.RungSchedule.Step;
import io.redress.engine.ModelBean;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.springframework.transaction.annotation.Transactional;

/**
 * The escalation ladder. Each rung is climbed once, ever: it is claimed in our own table, because the engine can fire a
 * timer again and a job can run twice.
 */
@ModelBean("ladder")
public class Ladder {

    private static final int RAISED_PRIORITY = 90;
    private static final long SOON_IN_SECONDS = 10;

    private final Complaints complaints;
    private final ClockRows rows;
    private final RungSchedule schedule;
    private final MovedTimers timers;
    private final RungAlert alert;
    private final RungAction action;
    private final Timeline timeline;
    private final Clock clock;

    Ladder(
            Complaints complaints,
            ClockRows rows,
            RungSchedule schedule,
            MovedTimers timers,
            RungAlert alert,
            RungAction action,
            Timeline timeline,
            Clock clock) {
        this.complaints = complaints;
        this.rows = rows;
        this.schedule = schedule;
        this.timers = timers;
        this.alert = alert;
        this.action = action;
        this.timeline = timeline;
        this.clock = clock;
    }

    /**
     * For the timers in the diagrams: when the next rung is to be climbed; far away while every clock stands still.
     *
     * @param caseNumber {@code null} or empty before the complaint is registered: then it is looked at again soon
     */
    public Date nextRungAt(String caseNumber) {
        return Date.from(
                caseNumber == null || caseNumber.isEmpty()
                        ? clock.instant().plusSeconds(SOON_IN_SECONDS)
                        : timers.next(new CaseNumber(caseNumber)));
    }

    /** Climbs every rung that is due, in the order in which they became due. @return whether there may be more */
    @Transactional
    public boolean climb(CaseNumber caseNumber) {
        Instant now = clock.instant();
        List<CaseClock> clocks = rows.of(caseNumber);
        schedule.due(caseNumber, clocks, now).forEach(step -> climb(caseNumber, step, now));
        return clocks.stream().anyMatch(CaseClock::isOwed)
                || !complaints.get(caseNumber).hasEnded();
    }

    private void climb(CaseNumber caseNumber, Step step, Instant now) {
        Rung rung = step.rung();
        if (!rows.claim(step.clock(), step.claim(), now)) {
            return;
        }
        Complaint complaint = complaints.get(caseNumber);
        switch (rung.action()) {
            case RAISE_PRIORITY -> {
                complaint = complaints.change(caseNumber, raised -> raised.raisePriority(RAISED_PRIORITY));
                action.raise(complaint);
            }
            case REASSIGN -> {
                if (!layBehind(complaint, step)) {
                    action.reassign(complaint);
                    complaint = complaints.change(caseNumber, orphan -> orphan.ownedBy(null));
                }
            }
            case REMIND, TELL_LEAD, TELL_MANAGER -> {}
        }
        timeline.engineDid(
                caseNumber,
                "rung_climbed",
                "%s is at %d %%: %s told"
                        .formatted(step.clock().title(), rung.percentAt(step.turn()), rung.audience()));
        alert.tell(complaint, step.clock(), rung, step.turn());
    }

    /** Whether an imported case came here with the rung behind it: its owner has let nobody wait here yet. */
    private static boolean layBehind(Complaint complaint, Step step) {
        return complaint.isImported() && step.at().isBefore(complaint.createdAt());
    }
}
