package io.redress.time.law;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.timeline.Timeline;
import io.redress.complaint.timeline.TimelineKind;
import io.redress.core.text.EnumWords;
import io.redress.time.calendar.BusinessCalendar;
import io.redress.time.calendar.Calendars;
import io.redress.time.clock.CaseClock;
import io.redress.time.clock.ClockKind;
import io.redress.time.clock.Deadlines;
import io.redress.time.law.LegalRows.Happened;
import io.redress.time.law.LegalRows.Law;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The start of the clocks that the table has for an event in a case, each once. */
@Component
class LegalStarts {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private final Deadlines deadlines;
    private final LegalRows rows;
    private final LegalTable table;
    private final LegalCountry countries;
    private final BusinessPurchases businesses;
    private final Calendars calendars;
    private final Timeline timeline;

    LegalStarts(
            Deadlines deadlines,
            LegalRows rows,
            LegalTable table,
            LegalCountry countries,
            BusinessPurchases businesses,
            Calendars calendars,
            Timeline timeline) {
        this.deadlines = deadlines;
        this.rows = rows;
        this.table = table;
        this.countries = countries;
        this.businesses = businesses;
        this.calendars = calendars;
        this.timeline = timeline;
    }

    void start(Complaint complaint, Happened happened) {
        String country = countries.of(complaint);
        for (LegalRule rule : rules(complaint, country, happened.event())) {
            BusinessCalendar calendar = calendars.inForce(rule.calendar()).calendar();
            Instant due = rule.term().end(happened.at(), calendar);
            if (!runsAlready(complaint, happened, country, rule, due)) {
                start(complaint, happened, country, rule, calendar, due);
            }
        }
    }

    /** Whether no clock of this name would be started, since the law behind it is not for businesses. */
    boolean isForConsumersOnly(Complaint complaint, Law law) {
        return businesses.isOne(complaint.number())
                && rules(complaint, law.country(), law.event()).stream()
                        .noneMatch(rule -> rule.clock().equals(law.name()));
    }

    private List<LegalRule> rules(Complaint complaint, String country, LegalEvent event) {
        Buyer buyer = businesses.isOne(complaint.number()) ? Buyer.BUSINESS : Buyer.CONSUMER;
        String claim = complaint.claim() == null ? "" : EnumWords.word(complaint.claim());
        return table.of(complaint.number(), country, buyer, claim, event);
    }

    private boolean runsAlready(Complaint complaint, Happened happened, String country, LegalRule rule, Instant due) {
        Map<Long, CaseClock> clocks =
                deadlines.of(complaint.number()).stream().collect(Collectors.toMap(CaseClock::id, Function.identity()));
        for (Law law : rows.laws(complaint.number())) {
            if (law.isOf(happened) && law.name().equals(rule.clock())) {
                CaseClock known = clocks.get(law.clockId());
                if (law.country().equals(country)) {
                    return true;
                }
                if (known.isRunning() && known.at(100).equals(due)) {
                    rows.moveTo(country, rule.source(), law);
                    return true;
                }
            }
        }
        return false;
    }

    private void start(
            Complaint complaint,
            Happened happened,
            String country,
            LegalRule rule,
            BusinessCalendar calendar,
            Instant due) {
        ClockKind kind = rule.nature().kind();
        String subject = free(kind, rule.clock(), deadlines.of(complaint.number()));
        deadlines.startLegal(complaint, kind, subject, happened.at(), due);
        LocalDate day = happened.at().atZone(calendar.zone()).toLocalDate();
        deadlines.of(complaint.number()).stream()
                .filter(candidate -> candidate.isAbout(kind, subject))
                .forEach(started -> rows.keep(new Law(
                        started.id(),
                        happened.event(),
                        happened.turn(),
                        rule.clock(),
                        country,
                        rule.source(),
                        rule.letterParts(),
                        rule.retention().equals(Period.ZERO) ? null : day.plus(rule.retention()))));
        LocalDate last = due.atZone(calendar.zone()).toLocalDate().minusDays(1);
        timeline.engineDid(
                complaint.number(),
                TimelineKind.LEGAL_CLOCK_STARTED,
                "%s: until the end of %s (%s), counted from %s; %s"
                        .formatted(subject, DAY.format(last), calendar.zone(), DAY.format(day), rule.source()));
    }

    /** The name of the second clock of one name in a case. */
    private static String free(ClockKind kind, String name, List<CaseClock> clocks) {
        return Stream.iterate(1, number -> number + 1)
                .map(number -> number == 1 ? name : "%s (%d)".formatted(name, number))
                .filter(candidate -> clocks.stream().noneMatch(known -> known.isAbout(kind, candidate)))
                .findFirst()
                .orElseThrow();
    }
}
