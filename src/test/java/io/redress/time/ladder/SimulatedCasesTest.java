package io.redress.time.ladder;

import static io.redress.time.calendar.CalendarFixtures.everyDay;
import static io.redress.time.calendar.CalendarFixtures.weekdays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.redress.complaint.file.CaseHead;
import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Complaints;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.complaint.timeline.Timeline;
import io.redress.core.database.NoMemory;
import io.redress.engine.settings.TestDatabase;
import io.redress.time.calendar.CalendarDefinition;
import io.redress.time.calendar.CalendarFixtures;
import io.redress.time.calendar.Calendars;
import io.redress.time.calendar.SecondBySecond;
import io.redress.time.clock.Allowance;
import io.redress.time.clock.CaseClock;
import io.redress.time.clock.ClockKind;
import io.redress.time.clock.ClockRows;
import io.redress.time.clock.Deadlines;
import io.redress.time.clock.PauseReason;
import io.redress.time.clock.StoppedClock;
import io.redress.time.ladder.RungAlert.Climbed;
import io.redress.time.promise.PromiseTimes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Weeks of a case, over the year's odd days, on a virtual clock, with the real tables: it is asked and answers, changes its priority and with it its
 * calendar, and climbs its ladder by a timer that nobody but {@link Deadlines} moves. Whatever happens, the clock agrees
 * with somebody who counts the seconds.
 */
class SimulatedCasesTest {

    private static final Map<String, CalendarDefinition> NOTICES = Map.of(
            "always", new CalendarDefinition("Europe/Berlin", everyDay("00:00-24:00"), null, null, null),
            "standard", new CalendarDefinition("Europe/Berlin", weekdays("09:00-17:00"), null, null, null),
            "night",
                    new CalendarDefinition("America/New_York", everyDay("00:00-03:30, 20:15-24:00"), null, null, null));
    private static final List<Rung> LADDER = List.of(
            new Rung("half", 50, 0, Rung.Action.REMIND, "owner", false, false),
            new Rung("late", 100, 50, Rung.Action.TELL_LEAD, "leads", true, false));

    private static JdbcClient jdbc;
    private static Calendars calendars;

    private final CaseNumber caseNumber = new CaseNumber("C-2026-%06d".formatted(new Random().nextInt(1_000_000)));
    private final Complaint complaint = mock(Complaint.class);
    private final Map<ClockKind, Allowance> levels = new EnumMap<>(ClockKind.class);
    private final List<String> climbed = new ArrayList<>();

    private Instant now;
    private Instant timer;
    private Instant lastChange;
    private Deadlines deadlines;
    private Ladder ladder;

    /** What a person with a stopwatch knows of the resolution clock. */
    private long counted;

    private boolean paused;

    @BeforeAll
    static void open() {
        jdbc = JdbcClient.create(TestDatabase.migrated());
        calendars = CalendarFixtures.calendars(Map.of(
                "redress.calendars.night.zone", "America/New_York",
                "redress.calendars.night.hours.monday", "00:00-03:30, 20:15-24:00",
                "redress.calendars.night.hours.tuesday", "00:00-03:30, 20:15-24:00",
                "redress.calendars.night.hours.wednesday", "00:00-03:30, 20:15-24:00",
                "redress.calendars.night.hours.thursday", "00:00-03:30, 20:15-24:00",
                "redress.calendars.night.hours.friday", "00:00-03:30, 20:15-24:00",
                "redress.calendars.night.hours.saturday", "00:00-03:30, 20:15-24:00",
                "redress.calendars.night.hours.sunday", "00:00-03:30, 20:15-24:00"));
    }

    @ParameterizedTest
    @CsvSource({
        "2, 2026-10-24T22:00:00Z",
        "3, 2026-12-18T12:00:01Z",
        "4, 2027-03-05T16:59:59Z",
        "5, 2027-03-22T17:00:00Z",
        "6, 2028-02-27T23:30:00Z"
    })
    void clockAgreesWithSomebodyWhoCountsTheSeconds(long seed, Instant receivedAt) {
        open(receivedAt);
        Random random = new Random(seed);
        Instant end = receivedAt.plus(Duration.ofDays(12));

        while (now.isBefore(end)) {
            liveUntil(now.plusSeconds(60 + random.nextInt(3 * 24 * 3600)));
            happen(random);
            CaseClock clock = resolution();
            assertThat(clock.consumed(now)).as("used at %s", now).isEqualTo(Duration.ofSeconds(counted));
            if (random.nextInt(4) == 0) {
                checkDue(clock);
            }
        }
        assertThat(climbed).doesNotHaveDuplicates().anyMatch(claim -> claim.startsWith("late"));
    }

    private void open(Instant receivedAt) {
        jdbc.sql("""
                        insert into redress.complaint (case_number, version, channel, complainant_role, client, vouched,
                          customer_email, description, received_at, created_at, status, priority, team, round, question_open)
                        values (:case, 0, 'WEB', 'BUYER', 'system', true, 'ada@example.org', 'Lost', now(), now(),
                          'VERIFYING', 50, 'handlers', 1, false)""").param("case", caseNumber.value()).update();
        now = receivedAt;
        lastChange = receivedAt;
        Clock clock = new StoppedClock(() -> now);
        Complaints complaints = mock(Complaints.class);
        when(complaint.number()).thenReturn(caseNumber);
        when(complaint.round()).thenReturn(1);
        when(complaint.receivedAt()).thenReturn(receivedAt);
        when(complaints.get(any())).thenReturn(complaint);
        when(complaints.heads(any()))
                .thenAnswer(asked -> new HashMap<>(Map.of(
                        caseNumber, new CaseHead(caseNumber, 1, 50, "handlers", "handlers", null, false, receivedAt))));
        ClockRows rows = new ClockRows(jdbc, new NoMemory(), calendars);
        RungRows climbs = new RungRows(jdbc);
        Rungs rungs = mock(Rungs.class);
        when(rungs.of(ClockKind.RESOLUTION, "standard")).thenReturn(LADDER);
        RungSchedule schedule = new RungSchedule(climbs, rungs);
        MovedTimers timers = new MovedTimers(
                rows, schedule, mock(PromiseTimes.class), (number, rung, holding) -> timer = rung, complaints, clock);
        Timeline timeline = mock(Timeline.class);
        deadlines = new Deadlines(rows, asked -> levels, calendars, timers, timeline, event -> {}, clock);
        ladder = new Ladder(
                complaints,
                rows,
                climbs,
                schedule,
                timers,
                this::climb,
                mock(RungAction.class),
                timeline,
                event -> {},
                clock);
        for (ClockKind kind : ClockKind.values()) {
            levels.put(kind, new Allowance(Duration.ofDays(300), Calendars.ALWAYS, "standard"));
        }
        allow(Duration.ofHours(40), "standard");
        deadlines.start(complaint);
        timer = ladder.nextRungAt(caseNumber.value()).toInstant();
    }

    private void allow(Duration budget, String calendar) {
        levels.put(ClockKind.RESOLUTION, new Allowance(budget, calendar, "standard"));
    }

    private void happen(Random random) {
        switch (random.nextInt(4)) {
            case 0 -> {
                deadlines.pause(caseNumber, PauseReason.WAITING_FOR_CUSTOMER);
                paused = true;
            }
            case 1, 2 -> {
                deadlines.resume(caseNumber, PauseReason.WAITING_FOR_CUSTOMER);
                paused = false;
            }
            default -> {
                allow(
                        Duration.ofHours(8 + random.nextInt(60)),
                        List.of("always", "standard", "night").get(random.nextInt(3)));
                deadlines.rate(complaint);
            }
        }
        lastChange = now;
    }

    /** Lets time pass, and the timer fire where it stands. */
    private void liveUntil(Instant until) {
        while (timer.isBefore(until)) {
            count(timer.isAfter(now) ? timer : now);
            ladder.climb(Set.of(caseNumber));
            timer = ladder.nextRungAt(caseNumber.value()).toInstant();
        }
        count(until);
    }

    private void count(Instant until) {
        Allowance rule = levels.get(ClockKind.RESOLUTION);
        if (!paused) {
            counted += new SecondBySecond(NOTICES.get(rule.calendar())).secondsBetween(now, until);
        }
        now = until;
    }

    private void climb(List<Climbed> told) {
        told.forEach(one -> climb(one.rung(), one.turn()));
    }

    private void climb(Rung rung, int turn) {
        climbed.add(rung.claim(turn));
        long target = levels.get(ClockKind.RESOLUTION).budget().toSeconds() * rung.percentAt(turn) / 100;
        assertThat(counted)
                .as("used when %s was climbed at %s", rung.claim(turn), now)
                .isGreaterThanOrEqualTo(target);
        if (!now.equals(lastChange)) {
            assertThat(counted).as("to the second").isEqualTo(target);
        }
    }

    private void checkDue(CaseClock clock) {
        Allowance rule = levels.get(ClockKind.RESOLUTION);
        long left = rule.budget().toSeconds() - counted;
        if (left > 0) {
            Instant due =
                    new SecondBySecond(NOTICES.get(rule.calendar())).add(now, left, now.plus(Duration.ofDays(60)));
            assertThat(clock.dueAt(now)).as("due, seen from %s", now).isEqualTo(due);
        }
    }

    private CaseClock resolution() {
        return deadlines.of(caseNumber).stream()
                .filter(clock -> clock.kind() == ClockKind.RESOLUTION)
                .findFirst()
                .orElseThrow();
    }
}
