package io.redress.time.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.time.calendar.Calendars;
import io.redress.time.clock.Allowance;
import io.redress.time.clock.CaseClock;
import io.redress.time.clock.ClockBase;
import io.redress.time.clock.ClockKind;
import io.redress.time.clock.PauseReason;
import io.redress.time.promise.PromiseRegister.Line;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The register against cases of which every one can be counted by hand. */
class PromiseRegisterTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    /** A Monday at the beginning of work; eight working hours later it is five o'clock. */
    private static final Instant MONDAY = Instant.parse("2026-11-16T09:00:00Z");

    private static ClockBase base;

    @BeforeAll
    static void open() {
        base = new ClockBase();
    }

    @BeforeEach
    void clear() {
        base.clear();
    }

    @Test
    void countsKeptBrokenOpenAndReleasedByMonthTeamAndKind() {
        promise("handlers", MONDAY, "2026-11-16T17:00:00Z");
        promise("handlers", MONDAY, "2026-11-16T17:30:00Z");
        promise("handlers", MONDAY, "2026-11-17T10:00:00Z");
        promise("handlers", MONDAY, "2026-11-18T17:00:00Z");
        promise("handlers", Instant.parse("2026-10-30T17:00:00Z"), "2026-10-30T18:00:00Z");
        promise("billing", Instant.parse("2026-11-24T09:00:00Z"), null);
        promise("billing", Instant.parse("2026-11-23T09:00:00Z"), null);
        paused("billing");
        stopped("billing", "2026-11-16T16:00:00Z");
        stopped("billing", "2026-11-17T17:00:00Z");
        base.start(base.newCase("billing", null, MONDAY), ClockKind.OWNER_ACTION, MONDAY, Duration.ofHours(1));

        assertThat(register(ZoneOffset.UTC).lines(YearMonth.of(2026, 11), YearMonth.of(2026, 11)))
                .extracting(Line::team, Line::kind, Line::kept, Line::broken, Line::open, Line::paused, Line::released)
                .containsExactly(
                        tuple("billing", ClockKind.FIRST_ANSWER, 0, 2, 2, 1, 1),
                        tuple("handlers", ClockKind.FIRST_ANSWER, 2, 3, 0, 0, 0));
        Line handlers = register(ZoneOffset.UTC)
                .lines(YearMonth.of(2026, 11), YearMonth.of(2026, 11))
                .get(1);
        assertThat(handlers.lateness())
                .as("the middle one came at ten the next morning")
                .isEqualTo(Duration.ofHours(17));
        assertThat(handlers.workingLateness()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void aPromiseBelongsToTheMonthInWhichItWasDueOnTheTeamsWall() {
        String number = base.newCase("handlers", null, MONDAY);
        base.rows.start(
                new CaseNumber(number),
                ClockKind.HOLDING,
                1,
                "",
                Instant.parse("2026-09-30T09:00:00Z"),
                new Allowance(Duration.ofHours(14), Calendars.ALWAYS, "standard"));
        base.met(number, ClockKind.HOLDING, Instant.parse("2026-09-30T20:00:00Z"));
        YearMonth september = YearMonth.of(2026, 9);

        assertThat(register(ZoneOffset.UTC).lines(september, september))
                .extracting(Line::kind, Line::kept)
                .containsExactly(tuple(ClockKind.HOLDING, 1));
        assertThat(register(ZoneId.of("Asia/Tokyo")).lines(september, september.plusMonths(1)))
                .extracting(Line::month)
                .containsExactly(september.plusMonths(1));
    }

    @Test
    void whatEndsWhileTheCustomerIsAskedIsNeitherBrokenNorLate() {
        String met = paused("handlers");
        base.met(met, ClockKind.FIRST_ANSWER, Instant.parse("2026-11-23T12:00:00Z"));
        String takenBack = paused("handlers");
        base.rows.stop(base.clock(takenBack, ClockKind.FIRST_ANSWER), Instant.parse("2026-11-23T12:00:00Z"));
        YearMonth november = YearMonth.of(2026, 11);

        assertThat(register(ZoneOffset.UTC).lines(november, november))
                .extracting(Line::kept, Line::broken, Line::open, Line::released, Line::lateness)
                .containsExactly(tuple(1, 0, 0, 1, Duration.ZERO));
    }

    @Test
    void pauseIsNoPartOfHowLateSomethingCame() {
        String number = promise("handlers", MONDAY, null);
        turn(number, "2026-11-17T10:00:00Z", PauseReason.WAITING_FOR_CUSTOMER);
        turn(number, "2026-11-20T10:00:00Z", null);
        base.met(number, ClockKind.FIRST_ANSWER, Instant.parse("2026-11-20T11:00:00Z"));

        Line line = register(ZoneOffset.UTC)
                .lines(YearMonth.of(2026, 11), YearMonth.of(2026, 11))
                .get(0);

        assertThat(line.broken()).isEqualTo(1);
        assertThat(line.lateness()).as("a night and two hours").isEqualTo(Duration.ofHours(18));
        assertThat(line.workingLateness()).isEqualTo(Duration.ofHours(2));
    }

    private PromiseRegister register(ZoneId zone) {
        return new PromiseRegister(base.jdbc, base.rows, zone, Clock.fixed(NOW, zone));
    }

    /** A first answer within eight working hours. @param metAt {@code null} while it is owed */
    private String promise(String team, Instant at, String metAt) {
        String number = base.newCase(team, null, at);
        base.start(number, ClockKind.FIRST_ANSWER, at, Duration.ofHours(8));
        if (metAt != null) {
            base.met(number, ClockKind.FIRST_ANSWER, Instant.parse(metAt));
        }
        return number;
    }

    private String paused(String team) {
        String number = promise(team, MONDAY, null);
        turn(number, MONDAY.plus(Duration.ofHours(2)).toString(), PauseReason.WAITING_FOR_CUSTOMER);
        return number;
    }

    private void turn(String number, String at, PauseReason because) {
        CaseClock clock = base.clock(number, ClockKind.FIRST_ANSWER);
        base.rows.turn(clock, Instant.parse(at), Calendars.STANDARD, clock.budget(), because);
    }

    private void stopped(String team, String at) {
        base.rows.stop(base.clock(promise(team, MONDAY, null), ClockKind.FIRST_ANSWER), Instant.parse(at));
    }
}
