package io.redress.time.retiming;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.complaint.timeline.Timeline;
import io.redress.complaint.timeline.TimelineKind;
import io.redress.time.calendar.CalendarVersion;
import io.redress.time.calendar.Calendars;
import io.redress.time.clock.CaseClock;
import io.redress.time.clock.CaseTimers;
import io.redress.time.clock.ClockRows;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** The effect of a changed calendar or ladder on an open case. */
@Component
public class Retiming {

    private final ClockRows rows;
    private final Calendars calendars;
    private final CaseTimers timers;
    private final Timeline timeline;

    public Retiming(ClockRows rows, Calendars calendars, CaseTimers timers, Timeline timeline) {
        this.rows = rows;
        this.calendars = calendars;
        this.timers = timers;
        this.timeline = timeline;
    }

    /**
     * Lets running clocks follow a calendar that was changed: what they used stays used, what is left is counted by the
     * new version from when it came into force. The timers follow both that and the ladder. Within the caller's
     * transaction.
     */
    public void retime(CaseNumber caseNumber) {
        Set<String> changed = new TreeSet<>();
        for (CaseClock clock : rows.lock(caseNumber)) {
            if (clock.isRunning() && isOutdated(clock) && follow(clock)) {
                changed.add(clock.calendar().name());
            }
        }
        changed.forEach(calendar -> timeline.engineDid(
                caseNumber,
                TimelineKind.CALENDAR_CHANGED,
                "The calendar %s has changed, and what is due follows".formatted(calendar)));
        timers.move(caseNumber);
    }

    private boolean isOutdated(CaseClock running) {
        Long inForce = calendars.inForce(running.calendar().name()).id();
        return !Objects.equals(inForce, running.present().calendarVersion());
    }

    /** @return whether other time counts from now on */
    private boolean follow(CaseClock outdated) {
        String name = outdated.calendar().name();
        CalendarVersion inForce = calendars.inForce(name);
        CalendarVersion before = calendars.asOf(name, outdated.present().calendarVersion());
        boolean same = before.definition().equals(inForce.definition());
        if (same || outdated.isPaused()) {
            rows.useCalendar(outdated, inForce);
        } else {
            rows.turn(outdated, inForce.changedAt(), name, outdated.budget(), null);
            keepPromise(outdated);
        }
        return !same;
    }

    /** A customer who was told an instant hears of a later one before it, instead of simply waiting for longer. */
    private void keepPromise(CaseClock outdated) {
        if (outdated.kind().isPromise()) {
            rows.keepTold(outdated, outdated.toldUntil() == null ? outdated.at(100) : outdated.toldUntil());
        }
    }
}
