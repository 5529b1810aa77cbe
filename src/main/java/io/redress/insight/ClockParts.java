package io.redress.insight;

import io.redress.calendar.Calendars;
import io.redress.complaint.Complaint;
import io.redress.deadline.CaseClock;
import io.redress.deadline.Deadlines;
import io.redress.insight.CaseFile.PromisePart;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a form says of a case's clocks at the time of its case file. */
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
                        "by " + wording.time(shown.dueAt()) + state(shown) + told(shown) + pauses(shown)))
                .toList();
    }

    private String state(CaseClock shown) {
        if (shown.isStopped()) {
            return ", no longer owed";
        }
        if (shown.metAt() != null) {
            return (shown.metAt().isAfter(shown.dueAt()) ? ", late, " : ", kept ") + wording.time(shown.metAt());
        }
        Duration left = shown.remaining(clock.instant());
        String counted = shown.calendar().name().equals(Calendars.ALWAYS) ? "" : " of working time";
        return left.isNegative()
                ? ", overdue by %s%s".formatted(DurationWords.of(left.negated()), counted)
                : ", %s%s left".formatted(DurationWords.of(left), counted);
    }

    private String told(CaseClock shown) {
        return shown.isRunning() && shown.promisedBy().isBefore(shown.dueAt())
                ? ", the customer was told " + wording.time(shown.promisedBy())
                : "";
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
