package io.redress.time.clock;

import io.redress.core.text.EnumWords;
import io.redress.time.calendar.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A clock of a case: a budget, and a record of the intervals in which it ran or was paused. What is used, what is left
 * and when it is due follow from the two, and are never stored.
 *
 * @param round the round of the case that it was started in; reopening starts new clocks and leaves the old ones be
 * @param subject what it is about where a case can have several of the kind, such as a dispute's id; else empty
 * @param adviser the audience that was asked for advice, {@code null} of any other clock
 * @param ladder which rungs of the escalation it has
 * @param metAt when what was promised happened, {@code null} while it has not
 * @param stoppedAt when it was no longer owed, {@code null} while it is, or was kept
 * @param toldUntil what the customer was told, where a changed calendar has moved the clock since; else {@code null}
 * @param intervals without a gap from its start to its end, oldest first; the last one is open while it has not ended
 */
public record CaseClock(
        long id,
        String caseNumber,
        ClockKind kind,
        int round,
        String subject,
        String adviser,
        String ladder,
        Instant metAt,
        Instant stoppedAt,
        Instant toldUntil,
        List<Interval> intervals) {

    /**
     * A stretch of time under one rule.
     *
     * @param endedAt {@code null} while it lasts
     * @param calendar which time counted, as it was in force then
     * @param calendarVersion that calendar's version, {@code null} for one that has none
     * @param budget the whole budget that was in force, not that of the stretch
     * @param pausedBecause {@code null} where the clock ran
     */
    public record Interval(
            Instant startedAt,
            Instant endedAt,
            BusinessCalendar calendar,
            Long calendarVersion,
            Duration budget,
            PauseReason pausedBecause) {

        boolean isPause() {
            return pausedBecause != null;
        }

        private Duration used(Instant until) {
            return ran(startedAt, until, calendar::between);
        }

        /** How long it ran between two instants, by the given way to measure; pauses do not count. */
        private Duration ran(Instant from, Instant until, BiFunction<Instant, Instant, Duration> measure) {
            Instant begin = later(startedAt, from);
            Instant end = endedAt == null || endedAt.isAfter(until) ? until : endedAt;
            return isPause() || !end.isAfter(begin) ? Duration.ZERO : measure.apply(begin, end);
        }
    }

    public Instant startedAt() {
        return intervals.get(0).startedAt();
    }

    /** The budget in force. */
    public Duration budget() {
        return present().budget();
    }

    /** The calendar in force. */
    public BusinessCalendar calendar() {
        return present().calendar();
    }

    /** How much of the budget is used up; more than the budget where it is overdue. */
    public Duration consumed(Instant now) {
        return intervals.stream().map(interval -> interval.used(now)).reduce(Duration.ZERO, Duration::plus);
    }

    /** How much of the budget is left; negative where it is overdue. */
    public Duration remaining(Instant now) {
        return budget().minus(consumed(now));
    }

    /**
     * The instant by which the promise is kept. Of a clock that stands still it is the earliest that it can come to, if
     * it went on now, and so never in the past; of one that ended while it stood still, if it had gone on then.
     */
    public Instant dueAt(Instant now) {
        return notPast(at(100, now), now);
    }

    /** The instant by which the customer expects it; before it is due, where they were told so. */
    public Instant promisedBy(Instant now) {
        return notPast(promised(now), now);
    }

    /** The instant from which on it is late, in the past also of a clock that was late before it stood still. */
    public Instant promised(Instant now) {
        Instant due = at(100, now);
        return toldUntil != null && toldUntil.isBefore(due) ? toldUntil : due;
    }

    private Instant notPast(Instant due, Instant now) {
        return isPaused() ? later(due, now) : due;
    }

    /** The instant at which this share of the budget is used up, of a clock that does not stand still. */
    public Instant at(int percent) {
        return at(percent, startedAt());
    }

    private Instant at(int percent, Instant now) {
        // Budgets are whole seconds: so this is exact, and it is asked for each rung of each clock.
        Duration target = Duration.ofMillis(budget().toSeconds() * 10 * percent);
        Duration used = Duration.ZERO;
        for (Interval interval : intervals) {
            if (interval.isPause()) {
                continue;
            }
            Duration after = interval.endedAt() == null ? null : used.plus(interval.used(interval.endedAt()));
            if (after == null || after.compareTo(target) >= 0) {
                return interval.calendar().add(interval.startedAt(), target.minus(used));
            }
            used = after;
        }
        Interval last = present();
        Instant from = last.endedAt() == null ? later(last.startedAt(), now) : last.endedAt();
        return calendar().add(from, target.minus(used));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    public boolean isAbout(ClockKind what, String about) {
        return kind == what && subject.equals(about);
    }

    /** The audience that was asked for advice; empty of any other clock. */
    public Optional<String> asked() {
        return Optional.ofNullable(adviser);
    }

    /** Whether it has not ended; it may stand still. */
    public boolean isRunning() {
        return metAt == null && stoppedAt == null;
    }

    /** Whether it counts towards something that has not happened, and that somebody must bring about. */
    public boolean isOwed() {
        return isRunning() && kind.isOwed();
    }

    /** What people call it: a legal clock goes by its row in {@code legal-deadline.dmn}. */
    public String title() {
        return kind == ClockKind.LEGAL || kind == ClockKind.LEGAL_RIGHT ? subject : EnumWords.word(kind);
    }

    /** Whether it has not ended and stands still. */
    public boolean isPaused() {
        return isRunning() && present().isPause();
    }

    /** Why it stands still; empty where it does not. */
    public Optional<PauseReason> pausedBecause() {
        return isRunning() ? Optional.ofNullable(present().pausedBecause()) : Optional.empty();
    }

    /** Whether it ended without that what was promised happened, because it was no longer owed. */
    public boolean isStopped() {
        return metAt == null && stoppedAt != null;
    }

    /** How often it stood still; once, whatever became of its budget meanwhile. */
    public int pauses() {
        int pauses = 0;
        boolean before = false;
        for (Interval interval : intervals) {
            pauses += interval.isPause() && !before ? 1 : 0;
            before = interval.isPause();
        }
        return pauses;
    }

    /** Since when it has stood still for its present reason, or its last one where it ended so; empty where it ran. */
    Optional<Instant> stoodStillSince() {
        PauseReason reason = present().pausedBecause();
        Instant since = null;
        for (Interval interval : intervals) {
            boolean other = interval.pausedBecause() != reason;
            since = other ? null : since == null ? interval.startedAt() : since;
        }
        return reason == null ? Optional.empty() : Optional.of(since);
    }

    /** When it ended; empty while it has not. */
    public Optional<Instant> endedAt() {
        return Optional.ofNullable(metAt == null ? stoppedAt : metAt);
    }

    /**
     * By how much wall-clock time the promise was broken, zero where it was kept or may still be. No pause is part of
     * it: a clock that stands still makes nothing late, and what was late before is no later for it.
     */
    public Duration lateness(Instant now) {
        return late(now, interval -> Duration::between);
    }

    /** The same in the time of the clock's own calendar. */
    public Duration workingLateness(Instant now) {
        return late(now, interval -> interval.calendar()::between);
    }

    private Duration late(Instant now, Function<Interval, BiFunction<Instant, Instant, Duration>> measure) {
        if (!kind.isOwed()) {
            return Duration.ZERO;
        }
        Instant end = endedAt().orElse(now);
        Instant promised = promised(now);
        return intervals.stream()
                .map(interval -> interval.ran(promised, end, measure.apply(interval)))
                .reduce(Duration.ZERO, Duration::plus);
    }

    public Interval present() {
        return intervals.get(intervals.size() - 1);
    }
}
