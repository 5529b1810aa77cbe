package io.redress.time.retiming;

import static io.redress.time.calendar.CalendarFixtures.everyDay;
import static io.redress.time.calendar.CalendarFixtures.weekdays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Complaints;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.complaint.timeline.Timeline;
import io.redress.core.database.NoMemory;
import io.redress.time.calendar.CalendarDefinition;
import io.redress.time.calendar.CalendarFixtures;
import io.redress.time.calendar.CalendarFixtures.Changing;
import io.redress.time.clock.Allowance;
import io.redress.time.clock.CaseClock;
import io.redress.time.clock.ClockBase;
import io.redress.time.clock.ClockKind;
import io.redress.time.clock.ClockRows;
import io.redress.time.clock.PauseReason;
import io.redress.time.clock.StoppedClock;
import io.redress.time.ladder.MovedTimers;
import io.redress.time.ladder.Rung;
import io.redress.time.ladder.RungRows;
import io.redress.time.ladder.RungSchedule;
import io.redress.time.ladder.Rungs;
import io.redress.time.promise.HoldingRows;
import io.redress.time.promise.PromiseTimes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** Open cases follow when a manager changes a calendar or the ladder; what has passed stays as it was. */
class RetimingTest {

    private static final Instant MONDAY_NINE = Instant.parse("2026-11-23T09:00:00Z");

    private static ClockBase base;

    private final Map<String, Instant> timers = new HashMap<>();
    private final Rungs rungs = mock(Rungs.class);
    private final Clock clock = new StoppedClock(() -> this.now);
    private Instant now = MONDAY_NINE;
    private Changing changing;
    private ClockRows rows;
    private RetimingWalk node;
    private RetimingWalk otherNode;

    @BeforeAll
    static void openDatabase() {
        base = new ClockBase();
    }

    @BeforeEach
    void open() {
        base.clear();
        changing = CalendarFixtures.changing(base.jdbc, clock);
        changing.stored().put("standard", hours("17:00"), "mona");
        rows = new ClockRows(base.jdbc, new NoMemory(), changing.calendars());
        when(rungs.version()).thenReturn("first");
        when(rungs.of(ClockKind.RESOLUTION, "standard")).thenReturn(ladderAt(50));
        node = node(rows);
        otherNode = node(rows);
        settle();
    }

    @Test
    void whatWasUsedStaysUsedAndTheRestIsCountedByTheNewHours() {
        String number = open(Duration.ofHours(16));
        now = MONDAY_NINE.plus(Duration.ofHours(28));

        changing.stored().put("standard", hours("13:00"), "mona");
        settle();

        CaseClock followed = clock(number);
        assertThat(followed.consumed(now))
                .as("Monday and four hours of Tuesday")
                .isEqualTo(Duration.ofHours(12));
        assertThat(followed.at(100)).as("the end of Wednesday").isEqualTo(Instant.parse("2026-11-25T13:00:00Z"));
        assertThat(followed.intervals()).hasSize(2);
        assertThat(timers).containsEntry(number, followed.at(50));
    }

    @Test
    void whatTheCustomerWasToldStandsAndTheyHearOfALaterDateBeforeIt() {
        String number = open(Duration.ofHours(8));
        Instant told = clock(number).at(100);

        changing.stored().put("standard", hours("13:00"), "mona");
        settle();
        changing.stored().put("standard", hours("11:00"), "mona");
        settle();

        CaseClock followed = clock(number);
        assertThat(followed.at(100)).isEqualTo(Instant.parse("2026-11-26T11:00:00Z"));
        assertThat(followed.promisedBy(told)).isEqualTo(told);
        assertThat(followed.lateness(told.plusSeconds(60))).isEqualTo(Duration.ofMinutes(1));
        assertThat(nextHoldingAnswer(number)).isBefore(told);
    }

    @Test
    void earlierDateNeedsNoOtherPromise() {
        String number = open(Duration.ofHours(16));

        changing.stored()
                .put("standard", new CalendarDefinition("UTC", everyDay("00:00-24:00"), null, null, null), "mona");
        settle();

        assertThat(clock(number).promised(Instant.EPOCH))
                .isEqualTo(clock(number).at(100))
                .isEqualTo(MONDAY_NINE.plus(Duration.ofHours(16)));
    }

    private Instant nextHoldingAnswer(String number) {
        Complaint complaint = mock(Complaint.class);
        when(complaint.number()).thenReturn(new CaseNumber(number));
        when(complaint.round()).thenReturn(1);
        when(complaint.createdAt()).thenReturn(MONDAY_NINE);
        return new PromiseTimes(mock(Complaints.class), rows, new HoldingRows(base.jdbc))
                .next(complaint, rows.of(new CaseNumber(number)))
                .orElseThrow()
                .at();
    }

    @Test
    void endedClocksAreNeverCountedAnew() {
        String number = open(Duration.ofHours(4));
        now = MONDAY_NINE.plus(Duration.ofHours(6));
        rows.meet(clock(number), now);
        Duration late = clock(number).lateness(now);

        changing.stored()
                .put("standard", new CalendarDefinition("UTC", everyDay("00:00-24:00"), null, null, null), "mona");
        settle();

        assertThat(clock(number).consumed(now)).isEqualTo(Duration.ofHours(6));
        assertThat(clock(number).lateness(now)).isEqualTo(late);
    }

    @Test
    void whatStandsStillGoesOnByTheNewHoursAndStoodStillOnce() {
        String number = open(Duration.ofHours(8));
        now = MONDAY_NINE.plus(Duration.ofHours(2));
        rows.turn(clock(number), now, "standard", Duration.ofHours(8), PauseReason.WAITING_FOR_CUSTOMER);
        now = now.plus(Duration.ofHours(1));

        changing.stored().put("standard", hours("13:00"), "mona");
        settle();

        assertThat(clock(number).pauses()).isOne();
        rows.turn(clock(number), Instant.parse("2026-11-24T09:00:00Z"), "standard", Duration.ofHours(8), null);
        assertThat(clock(number).at(100)).isEqualTo(Instant.parse("2026-11-25T11:00:00Z"));
    }

    @Test
    void timersFollowAnotherLadder() {
        String number = open(Duration.ofHours(8));
        when(rungs.of(ClockKind.RESOLUTION, "standard")).thenReturn(ladderAt(25));
        when(rungs.version()).thenReturn("second");

        settle();

        assertThat(timers).containsEntry(number, MONDAY_NINE.plus(Duration.ofHours(2)));
        assertThat(clock(number).intervals())
                .as("the clock itself has not changed")
                .hasSize(1);
    }

    @Test
    void walkOfTwoNodesPassesEachCaseOnceAndEnds() {
        for (int i = 0; i < 3; i++) {
            open(Duration.ofHours(8));
        }
        changing.stored().put("standard", hours("13:00"), "mona");

        settle();

        assertThat(base.jdbc
                        .sql("select cases from redress.retiming where done_at is not null order by id desc limit 1")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
        node.follow();
        assertThat(base.jdbc
                        .sql("select count(*) from redress.retiming where done_at is null")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void caseThatCannotFollowDoesNotHoldUpOthers() {
        String broken = open(Duration.ofHours(8));
        String next = open(Duration.ofHours(8));
        timers.put(broken, null);
        changing.stored().put("standard", hours("13:00"), "mona");

        settle();
        settle();

        assertThat(clock(broken).intervals()).hasSize(1);
        assertThat(clock(next).intervals()).hasSize(2);
    }

    private String open(Duration budget) {
        String number = base.newCase("handlers", null, now);
        rows.start(
                new CaseNumber(number),
                ClockKind.RESOLUTION,
                1,
                "",
                now,
                new Allowance(budget, "standard", "standard"));
        return number;
    }

    private CaseClock clock(String number) {
        return rows.of(new CaseNumber(number)).get(0);
    }

    /** Both nodes look, wait until everybody knows, and look again; the clocks count as if no time had passed. */
    private void settle() {
        Instant before = now;
        node.follow();
        otherNode.follow();
        now = now.plusSeconds(5);
        node.follow();
        otherNode.follow();
        now = before;
    }

    private static CalendarDefinition hours(String closing) {
        return new CalendarDefinition("UTC", weekdays("09:00-" + closing), null, null, null);
    }

    private static List<Rung> ladderAt(int percent) {
        return List.of(new Rung("remind", percent, 0, Rung.Action.REMIND, "owner", true, false));
    }

    private RetimingWalk node(ClockRows clocks) {
        Complaints complaints = mock(Complaints.class);
        when(complaints.get(any())).thenReturn(mock(Complaint.class));
        MovedTimers moved = new MovedTimers(
                clocks,
                new RungSchedule(new RungRows(base.jdbc), rungs),
                mock(PromiseTimes.class),
                this::move,
                complaints,
                clock);
        Retiming retiming = new Retiming(clocks, changing.calendars(), moved, mock(Timeline.class));
        return new RetimingWalk(
                new RetimingRows(base.jdbc),
                retiming,
                changing.calendars(),
                rungs,
                clock,
                new TransactionTemplate(base.transactions));
    }

    private void move(CaseNumber caseNumber, Instant nextRung, Instant nextHoldingAnswer) {
        if (timers.containsKey(caseNumber.value()) && timers.get(caseNumber.value()) == null) {
            throw new IllegalStateException("The engine does not know this case");
        }
        timers.put(caseNumber.value(), nextRung);
    }
}
