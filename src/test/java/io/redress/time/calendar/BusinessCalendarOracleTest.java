package io.redress.time.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** No calendar disagrees with one that counts every second, above all around days that are not 24 hours long. */
@Tag("generated")
class BusinessCalendarOracleTest {

    private static final int DAY = 86_400;

    @Property
    void countsWhatTheNaiveOneCounts(
            @ForAll("zones") String zone,
            @ForAll @IntRange(max = 1_000) int pick,
            @ForAll("drawn") CalendarDefinition drawn,
            @ForAll @LongRange(min = -DAY, max = 2 * DAY) long before,
            @ForAll @IntRange(max = 2 * DAY) int length) {
        Instant start = aroundTheChange(zone, pick).minusSeconds(before);
        Instant end = start.plusSeconds(length);
        CalendarDefinition definition = here(drawn, zone, start);
        BusinessCalendar calendar = CalendarFixtures.calendar(definition);
        SecondBySecond naive = new SecondBySecond(definition);

        long seconds = naive.secondsBetween(start, end);

        assertThat(calendar.between(start, end)).isEqualTo(Duration.ofSeconds(seconds));
        assertThat(calendar.add(start, Duration.ofSeconds(seconds))).isEqualTo(naive.add(start, seconds, end));
        assertThat(calendar.isOpen(start)).isEqualTo(naive.isOpen(start));
        Instant opening = calendar.nextOpening(start);
        assertThat(naive.isOpen(opening)).isTrue();
        assertThat(opening.equals(start) || !naive.isOpen(opening.minusSeconds(1)))
                .isTrue();
    }

    @Property
    void dayIsFreeExactlyWhereTheNaiveOneFindsNoSecond(
            @ForAll("zones") String zone,
            @ForAll @IntRange(max = 1_000) int pick,
            @ForAll("drawn") CalendarDefinition drawn,
            @ForAll @IntRange(min = -1, max = 1) int days) {
        Instant change = aroundTheChange(zone, pick);
        CalendarDefinition definition = here(drawn, zone, change);
        LocalDate day = LocalDate.ofInstant(change, ZoneId.of(zone)).plusDays(days);
        SecondBySecond naive = new SecondBySecond(definition);

        boolean free = true;
        Instant from = day.atStartOfDay().toInstant(ZoneOffset.UTC).minusSeconds(DAY);
        for (int second = 0; free && second < 3 * DAY; second++) {
            Instant at = from.plusSeconds(second);
            free = !LocalDate.ofInstant(at, ZoneId.of(zone)).equals(day) || !naive.isOpen(at);
        }

        assertThat(CalendarFixtures.calendar(definition).isFree(day)).isEqualTo(free);
    }

    /** One of the zone's changes of offset since 1905, or where it has none, a date. */
    private static Instant aroundTheChange(String zone, int pick) {
        List<Instant> changes = IntStream.rangeClosed(1905, 2040)
                .mapToObj(year -> LocalDate.of(year, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC))
                .map(ZoneId.of(zone).getRules()::nextTransition)
                .filter(change -> change != null)
                .map(ZoneOffsetTransition::getInstant)
                .toList();
        return changes.isEmpty()
                ? Instant.parse("2026-02-27T00:00:00Z").plusSeconds(pick * 3_600L)
                : changes.get(pick % changes.size());
    }

    /** Moves own dates to where the span is, so that they matter. */
    private static CalendarDefinition here(CalendarDefinition drawn, String zone, Instant start) {
        LocalDate first = LocalDate.ofInstant(start, ZoneOffset.UTC);
        long shift = first.toEpochDay() - LocalDate.of(2000, 1, 1).toEpochDay();
        Map<String, String> special = new LinkedHashMap<>();
        drawn.special()
                .forEach((date, hours) ->
                        special.put(LocalDate.parse(date).plusDays(shift).toString(), hours));
        return new CalendarDefinition(
                zone,
                drawn.hours(),
                null,
                drawn.closed().stream()
                        .map(date -> LocalDate.parse(date).plusDays(shift).toString())
                        .toList(),
                special);
    }

    @Provide
    Arbitrary<String> zones() {
        return Arbitraries.oneOf(
                Arbitraries.of(List.copyOf(ZoneId.getAvailableZoneIds())),
                Arbitraries.of(CalendarArbitraries.ODD_ZONES));
    }

    @Provide
    Arbitrary<CalendarDefinition> drawn() {
        Arbitrary<List<LocalDate>> dates = Arbitraries.integers()
                .between(-1, 3)
                .map(day -> LocalDate.of(2000, 1, 1).plusDays(day))
                .list()
                .uniqueElements()
                .ofMaxSize(3);
        return CalendarArbitraries.definitions(Arbitraries.just("UTC"), dates);
    }
}
