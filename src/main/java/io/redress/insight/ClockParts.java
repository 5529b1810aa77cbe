package io.redress.insight;

import io.redress.calendar.Calendars;
import io.redress.complaint.Complaint;
import io.redress.deadline.CaseClock;
import io.redress.deadline.Deadlines;
import io.redress.insight.CaseFile.PromisePart;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a form says of a case's clocks. The words stay as long as the task, so they say when they were true. */
@Component
class ClockParts {

    private final Deadlines deadlines;
    private final Wording wording;
    private final Clock clock;

    ClockParts(Deadlines deadlines, Wording wording, Clock clock) {
        this.deadlines = deadlines;
        this.wording = wording;
        this.clock = clock;
    }

    List<PromisePart> of(Complaint complaint) {
        return deadlines.of(complaint.number()).stream()
                .map(shown -> new PromisePart(
                        Wording.label(shown.kind()),
                        "by " + wording.time(shown.dueAt()) + state(shown) + pauses(shown)))
                .toList();
    }

    private String state(CaseClock shown) {
        if (shown.isStopped()) {
            return ", no longer owed";
        }
        if (shown.metAt() != null) {
            return (shown.metAt().isAfter(shown.dueAt()) ? ", late, " : ", kept ") + wording.time(shown.metAt());
        }
        Instant now = clock.instant();
        Duration left = shown.remaining(now);
        String counted = shown.calendar().name().equals(Calendars.ALWAYS) ? "" : " of working time";
        String text = left.isNegative()
                ? ", overdue by %s%s".formatted(DurationWords.of(left.negated()), counted)
                : ", %s%s left".formatted(DurationWords.of(left), counted);
        return text + " at " + wording.time(now);
    }

    private static String pauses(CaseClock shown) {
        String count =
                switch (shown.pauses()) {
                    case 0 -> "";
                    case 1 -> ", paused once";
                    case 2 -> ", paused twice";
                    default -> ", paused %d times".formatted(shown.pauses());
                };
        return shown.isPaused() ? count + ", stands still" : count;
    }
}
