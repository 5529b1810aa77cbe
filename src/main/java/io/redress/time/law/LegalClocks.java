package io.redress.time.law;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.complaint.timeline.Timeline;
import io.redress.complaint.timeline.TimelineEntry;
import io.redress.complaint.timeline.TimelineKind;
import io.redress.core.input.RefusedInput;
import io.redress.core.text.EnumWords;
import io.redress.time.clock.CaseClock;
import io.redress.time.clock.CaseTimers;
import io.redress.time.clock.ClockKind;
import io.redress.time.clock.Deadlines;
import io.redress.time.law.LegalRows.Happened;
import io.redress.time.law.LegalRows.Law;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The clocks that laws and agreements put on a case, as {@code legal-deadline.dmn} has them. They count from when
 * something truly happened: what was learned late may be overdue at once. No rule of ours pauses or moves them.
 */
@Component
public class LegalClocks {

    private final Deadlines deadlines;
    private final LegalRows rows;
    private final LegalClockSummary laws;
    private final LegalStarts starts;
    private final LegalCountry countries;
    private final CaseTimers timers;
    private final Timeline timeline;
    private final Clock clock;

    LegalClocks(
            Deadlines deadlines,
            LegalRows rows,
            LegalClockSummary laws,
            LegalStarts starts,
            LegalCountry countries,
            CaseTimers timers,
            Timeline timeline,
            Clock clock) {
        this.deadlines = deadlines;
        this.rows = rows;
        this.laws = laws;
        this.starts = starts;
        this.countries = countries;
        this.timers = timers;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** Starts the clocks that count from the complaint itself. */
    @Transactional
    public void opened(Complaint complaint) {
        starts.start(complaint, receipt(complaint));
    }

    /**
     * Notes that something happened, and starts what counts from it. To hear the same again changes nothing: it is the
     * same unless everything that it led to was over before.
     *
     * @param at when it happened, not when it was learned
     * @return the clocks that count from it
     */
    @Transactional
    public List<LegalClock> happened(Complaint complaint, LegalEvent event, Instant at, String notedBy) {
        CaseNumber number = complaint.number();
        Instant second = at.truncatedTo(ChronoUnit.SECONDS);
        Optional<Happened> before = latest(number, event);
        Happened happened = before.filter(known -> isStillTheSame(number, known, second))
                .orElseGet(() -> new Happened(event, before.map(Happened::turn).orElse(0) + 1, second));
        boolean isNew = rows.note(number, happened, notedBy, clock.instant());
        if (isNew && !notedBy.equals(TimelineEntry.ENGINE)) {
            timeline.add(
                    number,
                    notedBy,
                    TimelineKind.LEGAL_EVENT,
                    EnumWords.word(event).replace('_', ' ') + ": " + second);
        }
        starts.start(complaint, happened);
        return laws.of(number, happened);
    }

    private boolean isStillTheSame(CaseNumber number, Happened known, Instant at) {
        List<CaseClock> led =
                laws.of(number, known).stream().map(LegalClock::clock).toList();
        Optional<Instant> over =
                led.stream().map(CaseClock::endedAt).flatMap(Optional::stream).max(Comparator.naturalOrder());
        return led.stream().anyMatch(CaseClock::isRunning) || over.isEmpty() || !at.isAfter(over.get());
    }

    /** Notes that what had been done was undone: it is owed again, and counts from when it first was. */
    @Transactional
    public void owedAgain(Complaint complaint, LegalEvent event) {
        latest(complaint.number(), event)
                .filter(known -> laws.of(complaint.number(), known).stream()
                        .map(LegalClock::clock)
                        .noneMatch(CaseClock::isOwed))
                .map(known -> new Happened(event, known.turn() + 1, known.at()))
                .filter(again -> rows.note(complaint.number(), again, TimelineEntry.ENGINE, clock.instant()))
                .ifPresent(again -> starts.start(complaint, again));
    }

    /**
     * Looks again at whose law the case is under: another country's may be the right one, or none that is for
     * consumers.
     */
    @Transactional
    public void look(Complaint complaint) {
        Stream.concat(Stream.of(receipt(complaint)), rows.events(complaint.number()).stream())
                .forEach(happened -> starts.start(complaint, happened));
        String country = countries.of(complaint);
        Map<Long, Law> known = laws.byClock(complaint.number());
        Predicate<LegalClock> elsewhere =
                running -> !known.get(running.clock().id()).country().equals(country);
        release(complaint, elsewhere, known, ": another country's law is the right one");
        Predicate<LegalClock> forConsumers = running ->
                starts.isForConsumersOnly(complaint, known.get(running.clock().id()));
        release(complaint, forConsumers, known, ": a business bought, and this law is for consumers");
    }

    private void release(Complaint complaint, Predicate<LegalClock> which, Map<Long, Law> known, String why) {
        end(complaint, which, over -> {
            rows.moveTo(LegalRows.NOWHERE, known.get(over.id()));
            deadlines.stop(complaint.number(), over.kind(), over.subject());
            tell(complaint, TimelineEntry.ENGINE, TimelineKind.LEGAL_CLOCK_STOPPED, over, why);
        });
    }

    /** Notes that what was owed because of an event has been done. */
    @Transactional
    public void met(Complaint complaint, LegalEvent event, String actor) {
        end(complaint, running -> isOwed(running, event), over -> {
            deadlines.met(complaint.number(), over.kind(), over.subject());
            tell(complaint, actor, TimelineKind.LEGAL_CLOCK_MET, over, "");
        });
    }

    /** Notes that nothing is owed any more because of an event. */
    @Transactional
    public void noLongerOwed(Complaint complaint, LegalEvent event) {
        end(complaint, running -> isOwed(running, event), over -> {
            deadlines.stop(complaint.number(), over.kind(), over.subject());
            tell(complaint, TimelineEntry.ENGINE, TimelineKind.LEGAL_CLOCK_STOPPED, over, ": no longer owed");
        });
    }

    /**
     * Notes that something has been done, as somebody says. To hear it again changes nothing.
     *
     * @param name the clock's name
     * @throws RefusedInput where the case has no such clock, nothing is owed by it, or it was done before it was owed
     */
    @Transactional
    public LegalClock met(Complaint complaint, String name, Instant at, String person) {
        LegalClock named = find(complaint.number(), name).orElseThrow(() -> unknown(complaint));
        if (named.clock().isRunning()) {
            if (at.isBefore(named.clock().startedAt())) {
                throw new RefusedInput(
                        "at", "Nothing was owed before " + named.clock().startedAt() + ".");
            }
            end(complaint, running -> running.equals(named), over -> {
                deadlines.metAt(complaint.number(), over.kind(), over.subject(), at);
                tell(
                        complaint,
                        person,
                        TimelineKind.LEGAL_CLOCK_MET,
                        over,
                        at.isAfter(over.dueAt(at)) ? ": late, " + at : ": " + at);
            });
        }
        return find(complaint.number(), name).orElseThrow();
    }

    private Optional<LegalClock> find(CaseNumber number, String name) {
        return laws.of(number).stream()
                .filter(one -> one.clock().isAbout(ClockKind.LEGAL, name))
                .findFirst();
    }

    private RefusedInput unknown(Complaint complaint) {
        List<String> names = laws.of(complaint.number()).stream()
                .map(LegalClock::clock)
                .filter(CaseClock::isOwed)
                .map(CaseClock::subject)
                .toList();
        return new RefusedInput("clock", "Nothing is owed by law under this name; there is: " + names);
    }

    private static boolean isOwed(LegalClock running, LegalEvent event) {
        return running.event() == event && running.clock().isOwed();
    }

    private void end(Complaint complaint, Predicate<LegalClock> which, Consumer<CaseClock> how) {
        List<CaseClock> over = laws.of(complaint.number()).stream()
                .filter(one -> one.clock().isRunning())
                .filter(which)
                .map(LegalClock::clock)
                .toList();
        over.forEach(how);
        if (!over.isEmpty() && complaint.hasEnded()) {
            // The case may wait for nothing else; the ladder of an open case finds the clock ended when it is next
            // checked.
            timers.move(complaint.number());
        }
    }

    private void tell(Complaint complaint, String actor, TimelineKind kind, CaseClock over, String more) {
        timeline.add(complaint.number(), actor, kind, over.subject() + more);
    }

    private Optional<Happened> latest(CaseNumber number, LegalEvent event) {
        return rows.events(number).stream()
                .filter(known -> known.event() == event)
                .reduce((earlier, later) -> later);
    }

    private static Happened receipt(Complaint complaint) {
        return new Happened(
                LegalEvent.COMPLAINT_RECEIVED, 1, complaint.receivedAt().truncatedTo(ChronoUnit.SECONDS));
    }
}
