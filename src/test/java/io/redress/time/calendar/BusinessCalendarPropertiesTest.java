package io.redress.time.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** What holds for working time in every zone, on every date, with any hours. */
@Tag("generated")
class BusinessCalendarPropertiesTest {

    private static final Instant EARLIEST = Instant.parse("1905-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private static final Duration A_MONTH = Duration.ofDays(28);
    private static final int MONTHS_TO_COME = 40 * 13;

    @Property
    void whatIsAddedLiesBetween(
            @ForAll("calendars") BusinessCalendar calendar,
            @ForAll("instants") Instant start,
            @ForAll("spans") Duration span) {
        assumeWithinTheYearsThatAreKnown(calendar, start, span);
        Instant end = calendar.add(start, span);

        assertThat(calendar.between(start, end)).isEqualTo(span);
        // No earlier instant has seen as much.
        if (!span.isZero()) {
            assertThat(calendar.between(start, end.minusNanos(1))).isEqualTo(span.minusNanos(1));
        }
    }

    @Property
    void addingTwiceIsAddingTheSum(
            @ForAll("calendars") BusinessCalendar calendar,
            @ForAll("instants") Instant start,
            @ForAll("spans") Duration one,
            @ForAll("spans") Duration other) {
        assumeWithinTheYearsThatAreKnown(calendar, start, one.plus(other));
        assertThat(calendar.add(calendar.add(start, one), other)).isEqualTo(calendar.add(start, one.plus(other)));
    }

    @Property
    void laterStartsAndLongerSpansNeverEndEarlier(
            @ForAll("calendars") BusinessCalendar calendar,
            @ForAll("instants") Instant start,
            @ForAll("spans") Duration later,
            @ForAll("spans") Duration span,
            @ForAll("spans") Duration longer) {
        assumeWithinTheYearsThatAreKnown(calendar, start, span.plus(longer));
        assumeWithinTheYearsThatAreKnown(calendar, start.plus(later), span);
        Instant end = calendar.add(start, span);

        assertThat(calendar.add(start.plus(later), span)).isAfterOrEqualTo(end);
        assertThat(calendar.add(start, span.plus(longer))).isAfterOrEqualTo(end);
        assertThat(calendar.between(start, end.plus(later))).isGreaterThanOrEqualTo(span);
    }

    @Property
    void partsMakeUpTheWholeAndNeverExceedIt(
            @ForAll("calendars") BusinessCalendar calendar,
            @ForAll("instants") Instant start,
            @ForAll("spans") Duration one,
            @ForAll("spans") Duration other) {
        Instant middle = start.plus(one);
        Instant end = middle.plus(other);

        assertThat(calendar.between(start, middle).plus(calendar.between(middle, end)))
                .isEqualTo(calendar.between(start, end))
                .isLessThanOrEqualTo(one.plus(other));
    }

    @Property
    void nothingIsWorkedBeforeTheNextOpening(
            @ForAll("calendars") BusinessCalendar calendar, @ForAll("instants") Instant at) {
        Instant opening = calendar.nextOpening(at);

        assertThat(calendar.isOpen(opening)).isTrue();
        assertThat(calendar.isOpen(at)).isEqualTo(opening.equals(at));
        assertThat(calendar.between(at, opening)).isZero();
        assertThat(calendar.between(at, opening.plusNanos(1))).isEqualTo(Duration.ofNanos(1));
    }

    /** Who is at work for a minute a week needs a century for a day. */
    private static void assumeWithinTheYearsThatAreKnown(BusinessCalendar calendar, Instant start, Duration span) {
        Duration month = calendar.between(start, start.plus(A_MONTH));
        Assume.that(month.multipliedBy(MONTHS_TO_COME).compareTo(span) > 0);
    }

    @Provide
    Arbitrary<BusinessCalendar> calendars() {
        return CalendarArbitraries.definitions(zones(), Arbitraries.just(List.of()))
                .map(CalendarFixtures::calendar);
    }

    /** Every zone there is, and more often those that are odd. */
    private static Arbitrary<String> zones() {
        Arbitrary<String> odd = Arbitraries.of(CalendarArbitraries.ODD_ZONES);
        return Arbitraries.oneOf(Arbitraries.of(List.copyOf(ZoneId.getAvailableZoneIds())), odd);
    }

    @Provide
    Arbitrary<Instant> instants() {
        Arbitrary<Long> seconds = Arbitraries.longs().between(EARLIEST.getEpochSecond(), LATEST.getEpochSecond());
        Arbitrary<Integer> nanos = Arbitraries.of(0, 0, 1, 999_999_999, 123_456_789);
        return Combinators.combine(seconds, nanos).as(Instant::ofEpochSecond);
    }

    @Provide
    Arbitrary<Duration> spans() {
        Arbitrary<Long> seconds = Arbitraries.oneOf(
                Arbitraries.longs().between(0, 3 * 86_400L), Arbitraries.longs().between(0, 366 * 86_400L));
        Arbitrary<Integer> nanos = Arbitraries.of(0, 0, 1, 999_999_999);
        return Combinators.combine(seconds, nanos).as(Duration::ofSeconds);
    }
}
