package io.redress.insight;

import io.redress.calendar.Calendars;
import io.redress.complaint.CaseNumber;
import io.redress.complaint.Complaint;
import io.redress.deadline.CaseClock;
import io.redress.deadline.ClockKind;
import io.redress.deadline.Deadlines;
import io.redress.deadline.Laws;
import io.redress.insight.CaseFile.PromisePart;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a form says of a case's clocks at the time of its case file. */
@Component
class ClockParts {

    private final Deadlines deadlines;
    private final Laws legal;
    private final Wording wording;
    private final Clock clock;

    ClockParts(Deadlines deadlines, Laws legal, Wording wording, Clock clock) {
        this.deadlines = deadlines;
        this.legal = legal;
        this.wording = wording;
        this.clock = clock;
    }

    List<PromisePart> of(Complaint complaint) {
        CaseNumber number = complaint.number();
        Map<Long, String> laws = legal.sources(number);
        List<PromisePart> parts = new ArrayList<>(deadlines.of(number).stream()
                .map(shown -> part(shown, laws.get(shown.id())))
                .toList());
        legal.keepUntil(number)
                .ifPresent(day -> parts.add(new PromisePart("Keep this case", "until " + Wording.day(day))));
        return parts;
    }

    private PromisePart part(CaseClock shown, String law) {
        String source = law == null ? "" : " (" + law + ")";
        String name =
                switch (shown.kind()) {
                    case LEGAL -> shown.subject() + ", due by law";
                    case LEGAL_RIGHT -> shown.subject() + ", a right of the customer";
                    default -> Wording.label(shown.kind());
                };
        String words = shown.kind() == ClockKind.LEGAL_RIGHT
                ? right(shown)
                : "by " + due(shown) + state(shown) + told(shown) + pauses(shown);
        return new PromisePart(name, words + source);
    }

    /** A law's clock ends at midnight, which a reader takes for the day that it begins. */
    private String due(CaseClock shown) {
        return wording.time(shown.kind() == ClockKind.LEGAL ? shown.dueAt().minusSeconds(1) : shown.dueAt());
    }

    private String right(CaseClock shown) {
        Instant end = shown.endedAt().filter(shown.dueAt()::isAfter).orElse(shown.dueAt());
        return (end.isAfter(clock.instant()) ? "until " : "over since ") + wording.time(end);
    }

    private String state(CaseClock shown) {
        if (shown.isStopped()) {
            return ", no longer owed";
        }
        if (shown.metAt() != null) {
            return (shown.metAt().isAfter(shown.dueAt()) ? ", late, " : ", kept ") + wording.time(shown.metAt());
        }
        Duration left = shown.remaining(clock.instant());
        String words = shown.calendar().name().equals(Calendars.ALWAYS)
                ? DurationWords.ofWallClock(left.abs())
                : DurationWords.of(left.abs()) + " of working time";
        return left.isNegative() ? ", overdue by " + words : ", " + words + " left";
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
