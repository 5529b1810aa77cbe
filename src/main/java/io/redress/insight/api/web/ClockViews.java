package io.redress.insight.api.web;

import static io.redress.insight.api.web.CaseViews.utc;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.core.text.EnumWords;
import io.redress.insight.api.web.ClockView.IntervalView;
import io.redress.time.calendar.Calendars;
import io.redress.time.clock.CaseClock;
import io.redress.time.clock.CaseClock.Interval;
import io.redress.time.clock.Deadlines;
import io.redress.time.law.LegalClockSummary;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The views of a case's clocks, for those who keep them. */
@Component
class ClockViews {

    private final Deadlines deadlines;
    private final LegalClockSummary legal;
    private final Calendars calendars;
    private final Clock clock;

    ClockViews(Deadlines deadlines, LegalClockSummary legal, Calendars calendars, Clock clock) {
        this.deadlines = deadlines;
        this.legal = legal;
        this.calendars = calendars;
        this.clock = clock;
    }

    List<ClockView> of(CaseNumber caseNumber) {
        Map<Long, String> sources = legal.sources(caseNumber);
        return deadlines.of(caseNumber).stream()
                .map(shown -> view(shown, sources.get(shown.id())))
                .toList();
    }

    private ClockView view(CaseClock shown, String source) {
        Instant now = clock.instant();
        Instant start = shown.startedAt();
        Instant end = shown.endedAt().filter(ended -> !ended.isBefore(start)).orElse(now.isBefore(start) ? start : now);
        return new ClockView(
                EnumWords.word(shown.kind()),
                shown.subject().isEmpty() ? null : shown.subject(),
                source,
                shown.round(),
                state(shown, now),
                shown.isPaused(),
                shown.calendar().name(),
                shown.budget(),
                shown.consumed(end),
                shown.remaining(end),
                utc(start),
                utc(shown.dueAt(now)),
                utc(shown.endedAt().orElse(null)),
                shown.lateness(now),
                Duration.between(start, end),
                calendars.standard().between(start, end),
                shown.intervals().stream().map(ClockViews::interval).toList());
    }

    private static String state(CaseClock shown, Instant now) {
        if (shown.isRunning() && !shown.kind().isOwed() && !shown.dueAt(now).isAfter(now)) {
            return "over";
        }
        if (shown.isRunning()) {
            return shown.isPaused() ? "paused" : "running";
        }
        return shown.isStopped() ? "stopped" : "met";
    }

    private static IntervalView interval(Interval interval) {
        return new IntervalView(
                utc(interval.startedAt()),
                utc(interval.endedAt()),
                interval.calendar().name(),
                interval.budget(),
                EnumWords.word(interval.pausedBecause()));
    }
}
