package io.redress.insight.casefile;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.insight.casefile.CaseFile.PromisePart;
import io.redress.time.calendar.Calendars;
import io.redress.time.clock.CaseClock;
import io.redress.time.clock.ClockKind;
import io.redress.time.clock.Deadlines;
import io.redress.time.law.LegalClockSummary;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The part of a form about the case's clocks, as of the time of its case file. */
@Component
class ClockParts {

    private final Deadlines deadlines;
    private final LegalClockSummary legal;
    private final StaffFormat format;
    private final Clock clock;

    ClockParts(Deadlines deadlines, LegalClockSummary legal, StaffFormat format, Clock clock) {
        this.deadlines = deadlines;
        this.legal = legal;
        this.format = format;
        this.clock = clock;
    }

    List<PromisePart> of(Complaint complaint) {
        CaseNumber number = complaint.number();
        Map<Long, String> laws = legal.sources(number);
        List<PromisePart> parts = new ArrayList<>(deadlines.of(number).stream()
                .map(shown -> part(shown, laws.get(shown.id())))
                .toList());
        legal.keepUntil(number)
                .ifPresent(day -> parts.add(new PromisePart("Keep this case", "until " + StaffFormat.day(day))));
        return parts;
    }

    private PromisePart part(CaseClock shown, String law) {
        String source = law == null ? "" : " (" + law + ")";
        String name =
                switch (shown.kind()) {
                    case LEGAL -> shown.subject() + ", due by law";
                    case LEGAL_RIGHT -> shown.subject() + ", a right of the customer";
                    default -> StaffFormat.label(shown.kind());
                };
        return new PromisePart(name, words(shown) + source);
    }

    private String words(CaseClock shown) {
        if (shown.kind() == ClockKind.LEGAL_RIGHT) {
            return right(shown);
        }
        if (shown.isPaused()) {
            return standsStill(shown) + left(shown) + pauses(shown);
        }
        return "by " + due(shown) + state(shown) + told(shown) + pauses(shown);
    }

    /** It has no date: nobody knows when the customer answers. */
    private static String standsStill(CaseClock paused) {
        return switch (paused.pausedBecause().orElseThrow()) {
            case WAITING_FOR_CUSTOMER -> "waiting for the customer’s answer";
            case RESOLVED -> "made good and explained";
        };
    }

    /** A law's clock ends at midnight, which a reader takes for the day that it begins. */
    private String due(CaseClock shown) {
        Instant due = shown.dueAt(clock.instant());
        return format.time(shown.kind() == ClockKind.LEGAL ? due.minusSeconds(1) : due);
    }

    private String right(CaseClock shown) {
        Instant now = clock.instant();
        Instant due = shown.dueAt(now);
        Instant end = shown.endedAt().filter(due::isAfter).orElse(due);
        return (end.isAfter(now) ? "until " : "over since ") + format.time(end);
    }

    private String state(CaseClock shown) {
        if (shown.isStopped()) {
            return ", no longer owed";
        }
        if (shown.metAt() != null) {
            boolean late = !shown.lateness(shown.metAt()).isZero();
            return (late ? ", late, " : ", kept ") + format.time(shown.metAt());
        }
        return left(shown);
    }

    private String left(CaseClock shown) {
        Duration left = shown.remaining(clock.instant());
        String words = shown.calendar().name().equals(Calendars.ALWAYS)
                ? DurationFormat.ofWallClock(left.abs())
                : DurationFormat.of(left.abs()) + " of working time";
        return left.isNegative() ? ", overdue by " + words : ", " + words + " left";
    }

    private String told(CaseClock shown) {
        Instant now = clock.instant();
        Instant told = shown.promisedBy(now);
        return shown.isRunning() && told.isBefore(shown.dueAt(now))
                ? ", the customer was told " + format.time(told)
                : "";
    }

    private static String pauses(CaseClock shown) {
        int pauses = shown.pauses();
        return switch (pauses) {
            case 0 -> "";
            case 1 -> ", paused once";
            case 2 -> ", paused twice";
            default -> ", paused %d times".formatted(pauses);
        };
    }
}
