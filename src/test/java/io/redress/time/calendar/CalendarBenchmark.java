package io.redress.time.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;

/** How long a calendar thinks about a span of a year; prints medians in nanoseconds a call. */
public final class CalendarBenchmark {

    private static final int ROUNDS = 41;
    private static final int CALLS = 50_000;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration YEAR_OF_WORK = Duration.ofHours(1_980);

    private CalendarBenchmark() {}

    public static void main(String[] arguments) {
        BusinessCalendar lunch = CalendarFixtures.calendar(new CalendarDefinition(
                "Europe/Berlin", CalendarFixtures.weekdays("09:00-12:00, 13:00-17:00"), List.of("DE-BE"), null, null));
        print("between, a year", i -> lunch.between(START.plusSeconds(i * 61), START.plusSeconds(i * 61 + 31_557_600))
                .toNanos());
        print("add, a year", i -> lunch.add(START.plusSeconds(i * 61), YEAR_OF_WORK)
                .getEpochSecond());
        print("add, eight hours", i -> lunch.add(START.plusSeconds(i * 61), Duration.ofHours(8))
                .getEpochSecond());
        print("next opening", i -> lunch.nextOpening(START.plusSeconds(i * 61)).getEpochSecond());
        OpeningHours mondays = new OpeningHours(
                Map.of(DayOfWeek.MONDAY, Opening.read("09:00-12:00, 13:00-17:00", fault -> {})),
                Map.of(),
                day -> false);
        print("laying out a year", 50, i -> OpenYear.of(2026, mondays, lunch.zone())
                .total());
    }

    private static void print(String what, LongUnaryOperator call) {
        print(what, CALLS, call);
    }

    private static void print(String what, int calls, LongUnaryOperator call) {
        long[] nanos = new long[ROUNDS];
        long sum = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long from = System.nanoTime();
            for (int i = 0; i < calls; i++) {
                sum += call.applyAsLong(i);
            }
            nanos[round] = (System.nanoTime() - from) / calls;
        }
        Arrays.sort(nanos);
        System.out.printf("%-20s %,10d ns (checked by %d)%n", what, nanos[ROUNDS / 2], sum);
    }
}
