package io.redress.time.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.redress.complaint.file.Claim;
import io.redress.complaint.file.Complaint;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.time.clock.CaseClock;
import io.redress.time.clock.ClockBase;
import io.redress.time.clock.ClockKind;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The instant that we promise anew is what like cases took, and never a promise that is hardly one. */
class ExpectationsTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00Z");
    private static final Instant EARLIER = Instant.parse("2026-10-05T09:00:00Z");

    private static ClockBase base;
    private static Expectations expectations;

    private Complaint complaint;
    private CaseClock resolution;
    private CaseClock firstAnswer;

    @BeforeAll
    static void open() {
        base = new ClockBase();
        expectations = new Expectations(new LikeCases(base.jdbc, base.rows));
    }

    @BeforeEach
    void aCaseOfMonday() {
        base.clear();
        String number = base.newCase("handlers", null, MONDAY);
        resolution = base.start(number, ClockKind.RESOLUTION, MONDAY, Duration.ofHours(40));
        firstAnswer = base.start(number, ClockKind.FIRST_ANSWER, MONDAY, Duration.ofHours(8));
        complaint = mock(Complaint.class);
        when(complaint.number()).thenReturn(new CaseNumber(number));
        when(complaint.claim()).thenReturn(Claim.SERVICE);
        when(complaint.team()).thenReturn("handlers");
    }

    @Test
    void eightyOfAHundredLikeCasesInWorkingTimeFromReceipt() {
        for (int hours = 10; hours <= 19; hours++) {
            base.resolved("handlers", "UPHELD", EARLIER, Duration.ofHours(hours));
        }
        settledByThemselvesWithdrawnAndOfAnotherTeam();

        assertThat(until(firstAnswer, "2026-11-23T15:24:00Z"))
                .as("17 hours: two days of eight and one more, whenever it is asked")
                .isEqualTo("2026-11-25T10:00:00Z");
    }

    private void settledByThemselvesWithdrawnAndOfAnotherTeam() {
        for (int i = 0; i < 12; i++) {
            base.resolved("handlers", "UPHELD", EARLIER, Duration.ofSeconds(20));
            base.resolved("handlers", "WITHDRAWN", EARLIER, Duration.ofHours(30));
            base.resolved("billing", "UPHELD", EARLIER, Duration.ofHours(35));
            base.resolved("handlers", "UPHELD", MONDAY.minus(Duration.ofDays(300)), Duration.ofHours(38));
        }
    }

    @Test
    void tooFewOfTheTeamWidenToTheClaimAndNoneToTheServiceLevel() {
        assertThat(until(firstAnswer, "2026-11-23T15:24:00Z"))
                .as("40 working hours")
                .isEqualTo(resolution.at(100));

        for (int hours = 11; hours <= 20; hours++) {
            base.resolved(hours % 2 == 0 ? "handlers" : "billing", "REFUSED", EARLIER, Duration.ofHours(hours));
        }
        assertThat(until(firstAnswer, "2026-11-23T15:24:00Z")).isEqualTo("2026-11-25T11:00:00Z");
        assertThat(expectations.isSlow(complaint, resolution, MONDAY)).isFalse();
    }

    @Test
    void aCaseThatUsuallyTakesLongerThanPromisedIsSlowFromTheStart() {
        for (int i = 0; i < 10; i++) {
            base.resolved("handlers", "UPHELD", EARLIER, Duration.ofHours(48));
        }
        Instant soon = MONDAY.plusSeconds(20);

        assertThat(expectations.isSlow(complaint, resolution, soon)).isTrue();
        assertThat(until(resolution, soon.toString()))
                .as("six working days from receipt, where five were promised")
                .isEqualTo("2026-11-30T17:00:00Z");
    }

    @Test
    void theNextPromiseIsAtLeastHalfADayLaterAndAfterAHoldingOneTwiceAsLong() {
        assertThat(until(resolution, "2026-11-27T16:59:00Z"))
                .as("four working hours after the Friday's end")
                .isEqualTo("2026-11-30T13:00:00Z");

        CaseClock holding = base.start(
                complaint.number().value(),
                ClockKind.HOLDING,
                Instant.parse("2026-11-26T09:00:00Z"),
                Duration.ofHours(20));
        assertThat(until(holding, "2026-11-27T16:50:01Z"))
                .as("forty hours from now, at the next full quarter")
                .isEqualTo("2026-12-04T17:00:00Z");
    }

    private Instant until(CaseClock inPlaceOf, String now) {
        return expectations
                .of(complaint, resolution, inPlaceOf, Instant.parse(now))
                .until();
    }
}
