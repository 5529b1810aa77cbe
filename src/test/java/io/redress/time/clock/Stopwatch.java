package io.redress.time.clock;

import io.redress.time.calendar.SecondBySecond;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Somebody who sits beside a clock and writes down each second whether it ran, and whether it was working time by the notice
 * that hung there. Everything else is counted from that list. Shares nothing with what it checks.
 */
final class Stopwatch {

    private static final Duration PATIENCE = Duration.ofDays(100);

    private final Instant start;
    private final BitSet ran = new BitSet();
    private final BitSet worked = new BitSet();

    private SecondBySecond notice;
    private int budget;
    private int seconds;
    private boolean paused;
    private int pauses;
    private Instant told;

    /** @param start a whole second */
    Stopwatch(Instant start, SecondBySecond notice, int budget) {
        this.start = start;
        this.notice = notice;
        this.budget = budget;
    }

    void watchUntil(Instant until) {
        for (; now().isBefore(until); seconds++) {
            ran.set(seconds, !paused);
            worked.set(seconds, notice.isOpen(now()));
        }
    }

    void pause() {
        if (!paused) {
            paused = true;
            pauses++;
            // A date that may still be kept has gone with the question; one that was broken stays broken.
            told = told != null && told.isAfter(now()) ? null : told;
        }
    }

    void goOn() {
        paused = false;
    }

    void rate(int newBudget, SecondBySecond newNotice) {
        budget = newBudget;
        notice = newNotice;
    }

    /** Another notice is hung up by the owner of the hours. While somebody waits for the date they were told, it stands. */
    void hangUp(SecondBySecond newNotice) {
        if (!paused && told == null) {
            told = due();
        }
        notice = newNotice;
    }

    Instant now() {
        return start.plusSeconds(seconds);
    }

    int pauses() {
        return pauses;
    }

    boolean isPaused() {
        return paused;
    }

    Duration used() {
        return Duration.ofSeconds(count(0, this::counts));
    }

    Duration left() {
        return Duration.ofSeconds(budget).minus(used());
    }

    /** The first instant at which the budget is used up: on the list, or if the clock went on now. */
    Instant due() {
        return usedUp().orElseGet(() -> notice.add(now(), left().toSeconds(), now().plus(PATIENCE)));
    }

    private Optional<Instant> usedUp() {
        int left = budget;
        for (int second = 0; second < seconds; second++) {
            left -= counts(second) ? 1 : 0;
            if (left == 0) {
                return Optional.of(start.plusSeconds(second + 1L));
            }
        }
        return Optional.empty();
    }

    Duration late() {
        return Duration.ofSeconds(count(secondOf(promised()), ran::get));
    }

    Duration lateInWorkingTime() {
        return Duration.ofSeconds(count(secondOf(promised()), this::counts));
    }

    /** Nobody is late before the budget is used up, or what was told has passed. */
    private Instant promised() {
        Instant due = usedUp().orElse(now());
        return told != null && told.isBefore(due) ? told : due;
    }

    private boolean counts(int second) {
        return ran.get(second) && worked.get(second);
    }

    private int secondOf(Instant instant) {
        return (int) Math.min(seconds, Duration.between(start, instant).toSeconds());
    }

    private int count(int from, IntPredicate which) {
        int found = 0;
        for (int second = from; second < seconds; second++) {
            found += which.test(second) ? 1 : 0;
        }
        return found;
    }
}
