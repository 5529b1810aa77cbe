package io.redress.time.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.time.calendar.BusinessCalendar;
import io.redress.time.clock.CaseClock.Interval;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is used, left and due follows from the intervals, whatever happened on the way. */
class CaseClockTest {

    private static final BusinessCalendar WALL = BusinessCalendar.always("always", ZoneOffset.UTC);
    private static final Instant START = Instant.parse("2026-11-24T08:00:00Z");

    @Test
    void runningClockIsDueWhenItsBudgetIsUsedUp() {
        CaseClock clock = clock(ran(0, null, 8));

        assertThat(clock.consumed(at(3))).isEqualTo(Duration.ofHours(3));
        assertThat(clock.remaining(at(9))).isEqualTo(Duration.ofHours(-1));
        assertThat(clock.at(100)).isEqualTo(at(8));
        assertThat(clock.at(150)).isEqualTo(at(12));
        assertThat(clock.lateness(at(9))).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void pausesUseNothingHoweverMany() {
        CaseClock clock = clock(ran(0, 2, 8), stood(2, 5, 8), ran(5, 6, 8), stood(6, 20, 8), ran(20, null, 8));

        assertThat(clock.pauses()).isEqualTo(2);
        assertThat(clock.consumed(at(21))).isEqualTo(Duration.ofHours(4));
        assertThat(clock.at(100)).isEqualTo(at(25));
        assertThat(clock.at(25)).as("was used up before the first pause").isEqualTo(at(2));
    }

    @Test
    void clockThatStandsStillIsDueAsIfItWentOnAtOnceAndIsNeverLate() {
        CaseClock clock = clock(ran(0, 2, 8), stood(2, null, 8));

        assertThat(clock.isPaused()).isTrue();
        assertThat(clock.dueAt(at(2))).isEqualTo(at(8));
        assertThat(clock.dueAt(at(100))).as("never in the past").isEqualTo(at(106));
        assertThat(clock.remaining(at(100))).isEqualTo(Duration.ofHours(6));
        assertThat(clock.lateness(at(100))).isZero();
    }

    @Test
    void clockThatEndsWhileItStandsStillIsNotLateByItsPause() {
        List<Interval> intervals = List.of(ran(0, 2, 8), stood(2, 100, 8));

        assertThat(ended(null, at(100), intervals).lateness(at(200))).isZero();
        assertThat(ended(at(100), null, intervals).lateness(at(200))).isZero();
        assertThat(ended(at(100), null, intervals).dueAt(at(200)))
                .as("if it had gone on when it ended")
                .isEqualTo(at(106));
    }

    @Test
    void whatWasLateBeforeItStoodStillIsNoLaterForIt() {
        CaseClock waits = clock(ran(0, 10, 8), stood(10, null, 8));
        CaseClock wentOn = clock(ran(0, 10, 8), stood(10, 50, 8), ran(50, null, 8));

        assertThat(waits.lateness(at(100))).isEqualTo(Duration.ofHours(2));
        assertThat(waits.remaining(at(100))).isEqualTo(Duration.ofHours(-2));
        assertThat(waits.dueAt(at(100))).as("at once, if it went on").isEqualTo(at(100));
        assertThat(wentOn.lateness(at(51))).isEqualTo(Duration.ofHours(3));
        assertThat(wentOn.dueAt(at(51))).isEqualTo(at(8));
    }

    @Test
    void pauseIsOneWhateverBecomesOfTheBudgetMeanwhile() {
        CaseClock clock = clock(ran(0, 2, 8), stood(2, 5, 8), stood(5, 6, 4), ran(6, 7, 4), stood(7, null, 4));

        assertThat(clock.pauses()).isEqualTo(2);
        assertThat(clock(ran(0, 2, 8), stood(2, 5, 8), stood(5, null, 4)).stoodStillSince())
                .contains(at(2));
        assertThat(clock(ran(0, 2, 8)).stoodStillSince()).isEmpty();
    }

    @Test
    void changedBudgetKeepsWhatWasUsed() {
        CaseClock clock = clock(ran(0, 3, 8), ran(3, null, 4));

        assertThat(clock.remaining(at(3))).isEqualTo(Duration.ofHours(1));
        assertThat(clock.at(100)).isEqualTo(at(4));
        assertThat(clock.at(50))
                .as("half of what is allowed now was used up earlier")
                .isEqualTo(at(2));
    }

    @Test
    void budgetThatShrinksBelowWhatIsUsedWasDueWhenItWasUsedUp() {
        CaseClock clock = clock(ran(0, 6, 8), ran(6, null, 4));

        assertThat(clock.at(100)).isEqualTo(at(4));
        assertThat(clock.remaining(at(6))).isEqualTo(Duration.ofHours(-2));
    }

    private static Instant at(int hour) {
        return START.plus(Duration.ofHours(hour));
    }

    private static Interval ran(int from, Integer until, int budget) {
        return new Interval(at(from), until == null ? null : at(until), WALL, null, Duration.ofHours(budget), null);
    }

    private static Interval stood(int from, Integer until, int budget) {
        return new Interval(
                at(from),
                until == null ? null : at(until),
                WALL,
                null,
                Duration.ofHours(budget),
                PauseReason.WAITING_FOR_CUSTOMER);
    }

    private static CaseClock ended(Instant met, Instant stopped, List<Interval> intervals) {
        return new CaseClock(
                1, "C-2026-000001", ClockKind.RESOLUTION, 1, "", null, "standard", met, stopped, null, intervals);
    }

    private static CaseClock clock(Interval... intervals) {
        return new CaseClock(
                1,
                "C-2026-000001",
                ClockKind.RESOLUTION,
                1,
                "",
                null,
                "standard",
                null,
                null,
                null,
                List.of(intervals));
    }
}
