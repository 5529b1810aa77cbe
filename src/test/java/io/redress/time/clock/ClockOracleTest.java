package io.redress.time.clock;

import static io.redress.time.calendar.CalendarFixtures.everyDay;
import static io.redress.time.calendar.CalendarFixtures.weekdays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.complaint.timeline.Timeline;
import io.redress.complaint.timeline.TimelineKind;
import io.redress.core.database.NoMemory;
import io.redress.time.calendar.CalendarDefinition;
import io.redress.time.calendar.CalendarFixtures;
import io.redress.time.calendar.CalendarFixtures.Changing;
import io.redress.time.calendar.Calendars;
import io.redress.time.calendar.SecondBySecond;
import io.redress.time.ladder.MovedTimers;
import io.redress.time.promise.PromiseRegister;
import io.redress.time.promise.PromiseRegister.Line;
import io.redress.time.retiming.Retiming;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Clocks that fare as chance has it, with the real tables: they are paused, resumed and rated anew, managers change the hours
 * that they count, the wall clock jumps, and in the end they are met or stopped, often while they stand still. At each turn
 * they agree with somebody who counts the seconds.
 */
class ClockOracleTest {

    private static final List<String> HOURS = List.of(
            "09:00-17:00", "00:00-24:00", "00:00-03:30, 20:15-24:00", "01:30-02:45", "02:00-03:00, 12:00-13:30");

    /** Before the wall clock of a zone jumps; Samoa skips a whole day. */
    private static final List<Jump> JUMPS = List.of(
            new Jump("Europe/Berlin", "2026-03-27T15:00:00Z"),
            new Jump("Europe/Berlin", "2026-10-23T09:30:11Z"),
            new Jump("Pacific/Apia", "2011-12-28T20:00:00Z"),
            new Jump("Australia/Lord_Howe", "2026-10-01T23:59:59Z"),
            new Jump("America/New_York", "2026-03-06T12:00:00Z"),
            new Jump("Asia/Gaza", "2026-03-26T08:00:00Z"));

    private static ClockBase base;

    private final Complaint complaint = mock(Complaint.class);
    private final Timeline timeline = mock(Timeline.class);
    private final MovedTimers timers = mock(MovedTimers.class);
    private final Map<ClockKind, Allowance> levels = new EnumMap<>(ClockKind.class);
    private final Clock clock = new StoppedClock(() -> this.now);

    private Instant now;
    private Changing changing;
    private ClockRows rows;
    private Deadlines deadlines;
    private CaseNumber caseNumber;
    private Random random;
    private String zone;
    private CalendarDefinition standard;
    private Stopwatch stopwatch;

    private record Jump(String zone, String before) {}

    @BeforeAll
    static void openDatabase() {
        base = new ClockBase();
    }

    @BeforeEach
    void clear() {
        base.clear();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void clockAgreesWithWhoCountsTheSeconds(long seed) {
        live(seed);
    }

    @Tag("deep")
    @ParameterizedTest
    @MethodSource("manySeeds")
    void manyClocksAgreeWithWhoCountsTheSeconds(long seed) {
        live(seed);
    }

    static LongStream manySeeds() {
        return LongStream.rangeClosed(1_000, 1_600);
    }

    private void live(long seed) {
        open(seed);
        int turns = 3 + random.nextInt(7);
        for (int turn = 0; turn < turns; turn++) {
            pass(random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(2 * 24 * 3600));
            happen();
            agree("turn " + turn + " at " + now);
        }
        pass(random.nextInt(36 * 3600));
        boolean met = random.nextInt(3) > 0;
        end(met);
        Duration late = stopwatch.late();
        Instant due = stopwatch.due();

        now = now.plus(Duration.ofDays(5));
        changeHours();

        CaseClock ended = resolution();
        assertThat(ended.lateness(now)).as("late at the end").isEqualTo(late);
        assertThat(ended.dueAt(now)).as("due at the end").isEqualTo(due);
        assertThat(ended.consumed(now)).isEqualTo(stopwatch.used());
        assertThat(ended.remaining(now)).isEqualTo(stopwatch.left());
        assertThat(ended.pauses()).isEqualTo(stopwatch.pauses());
        verify(timeline, times(met && !late.isZero() ? 1 : 0))
                .add(any(), anyString(), eq(TimelineKind.PROMISE_BROKEN), any());
        agreeInTheRegister(met, late);
    }

    private void open(long seed) {
        random = new Random(seed);
        Jump jump = JUMPS.get(random.nextInt(JUMPS.size()));
        zone = jump.zone();
        now = Instant.parse(jump.before());
        changing = CalendarFixtures.changing(base.jdbc, clock);
        rows = new ClockRows(base.jdbc, new NoMemory(), changing.calendars());
        hangUp(hours());
        caseNumber = new CaseNumber(base.newCase("handlers", null, now));
        when(complaint.number()).thenReturn(caseNumber);
        when(complaint.round()).thenReturn(1);
        deadlines = new Deadlines(rows, asked -> levels, changing.calendars(), timers, timeline, event -> {}, clock);
        Allowance allowance = allow(Calendars.STANDARD);
        rows.start(caseNumber, ClockKind.RESOLUTION, 1, "", now, allowance);
        stopwatch =
                new Stopwatch(now, notice(allowance), (int) allowance.budget().toSeconds());
    }

    private void happen() {
        switch (random.nextInt(7)) {
            case 0, 1 -> {
                deadlines.pause(caseNumber, PauseReason.WAITING_FOR_CUSTOMER);
                stopwatch.pause();
            }
            case 2, 3 -> {
                deadlines.resume(caseNumber, PauseReason.WAITING_FOR_CUSTOMER);
                stopwatch.goOn();
            }
            case 4, 5 -> {
                Allowance allowance = allow(random.nextInt(3) == 0 ? Calendars.ALWAYS : Calendars.STANDARD);
                deadlines.rate(complaint);
                stopwatch.rate((int) allowance.budget().toSeconds(), notice(allowance));
            }
            default -> {
                boolean counted = resolution().calendar().name().equals(Calendars.STANDARD);
                CalendarDefinition before = standard;
                changeHours();
                if (counted && !before.equals(standard)) {
                    stopwatch.hangUp(new SecondBySecond(standard));
                }
            }
        }
    }

    private void end(boolean met) {
        if (met) {
            deadlines.metAt(caseNumber, ClockKind.RESOLUTION, now);
        } else {
            deadlines.stop(caseNumber, ClockKind.RESOLUTION);
        }
    }

    private void pass(int seconds) {
        now = now.plusSeconds(seconds);
        stopwatch.watchUntil(now);
    }

    private void agree(String when) {
        CaseClock shown = resolution();
        assertThat(shown.isPaused()).as(when).isEqualTo(stopwatch.isPaused());
        assertThat(shown.consumed(now)).as("used, %s", when).isEqualTo(stopwatch.used());
        assertThat(shown.remaining(now)).as("left, %s", when).isEqualTo(stopwatch.left());
        assertThat(shown.lateness(now)).as("late, %s", when).isEqualTo(stopwatch.late());
        assertThat(shown.pauses()).as("pauses, %s", when).isEqualTo(stopwatch.pauses());
        // It takes long to count what is still to come.
        if (random.nextInt(3) == 0) {
            Instant due = stopwatch.due();
            assertThat(shown.dueAt(now))
                    .as("due, %s", when)
                    .isEqualTo(stopwatch.isPaused() && due.isBefore(now) ? now : due);
        }
    }

    private void agreeInTheRegister(boolean met, Duration late) {
        YearMonth month = YearMonth.from(now.atZone(ZoneOffset.UTC));
        List<Line> lines = new PromiseRegister(base.jdbc, rows, ZoneOffset.UTC, clock)
                .lines(month.minusMonths(2), month.plusMonths(4));
        assertThat(lines).hasSize(1);
        Line line = lines.get(0);
        assertThat(line.broken()).isEqualTo(late.isZero() ? 0 : 1);
        assertThat(line.kept()).isEqualTo(late.isZero() && met ? 1 : 0);
        assertThat(line.released()).isEqualTo(late.isZero() && !met ? 1 : 0);
        assertThat(line.lateness()).isEqualTo(late);
        assertThat(line.workingLateness()).isEqualTo(stopwatch.lateInWorkingTime());
    }

    private Allowance allow(String calendar) {
        Allowance allowance = new Allowance(Duration.ofMinutes(30 + random.nextInt(30 * 60)), calendar, "standard");
        levels.put(ClockKind.RESOLUTION, allowance);
        return allowance;
    }

    private SecondBySecond notice(Allowance allowance) {
        return new SecondBySecond(
                allowance.calendar().equals(Calendars.STANDARD)
                        ? standard
                        : new CalendarDefinition("UTC", everyDay("00:00-24:00"), null, null, null));
    }

    private CalendarDefinition hours() {
        String hours = HOURS.get(random.nextInt(HOURS.size()));
        Map<String, String> week = random.nextBoolean() ? weekdays(hours) : everyDay(hours);
        return new CalendarDefinition(zone, week, null, null, null);
    }

    private void changeHours() {
        hangUp(hours());
        new Retiming(rows, changing.calendars(), timers, timeline).retime(caseNumber);
    }

    private void hangUp(CalendarDefinition hours) {
        standard = hours;
        changing.stored().put(Calendars.STANDARD, hours, "mona");
    }

    private CaseClock resolution() {
        return rows.of(caseNumber).get(0);
    }
}
