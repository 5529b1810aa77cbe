package io.redress.time.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Calendars drawn by chance, as people would write them. */
final class CalendarArbitraries {

    static final List<String> ODD_ZONES = List.of(
            "Asia/Kathmandu",
            "Australia/Lord_Howe",
            "Pacific/Apia",
            "America/Sao_Paulo",
            "America/St_Johns",
            "Africa/Monrovia",
            "Europe/Amsterdam",
            "Antarctica/Troll",
            "Africa/Casablanca",
            "Asia/Gaza",
            "Pacific/Kwajalein",
            "Europe/Berlin");

    private static final List<String> DAYS =
            List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

    private CalendarArbitraries() {}

    /** @param dates what own dates are drawn from, the first half of each draw closed, the other with hours of its own */
    static Arbitrary<CalendarDefinition> definitions(Arbitrary<String> zones, Arbitrary<List<LocalDate>> dates) {
        Arbitrary<List<String>> week =
                hours().list().ofSize(7).filter(days -> days.stream().anyMatch(day -> !day.equals("closed")));
        return Combinators.combine(zones, week, dates, hours()).as((zone, days, own, other) -> {
            Map<String, String> hours = new LinkedHashMap<>();
            for (int i = 0; i < 7; i++) {
                hours.put(DAYS.get(i), days.get(i));
            }
            List<String> closed = new ArrayList<>();
            Map<String, String> special = new LinkedHashMap<>();
            for (int i = 0; i < own.size(); i++) {
                if (i < own.size() / 2) {
                    closed.add(own.get(i).toString());
                } else {
                    special.put(own.get(i).toString(), other);
                }
            }
            return new CalendarDefinition(zone, hours, null, closed, special);
        });
    }

    /** Up to three spans a day between drawn minutes, midnight and 24:00 more often than others. */
    private static Arbitrary<String> hours() {
        Arbitrary<Integer> minutes = Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.integers().between(0, 1440)),
                Tuple.of(1, Arbitraries.of(0, 1440, 60, 120, 150, 180)));
        return minutes.set().ofMinSize(0).ofMaxSize(6).map(CalendarArbitraries::spans);
    }

    private static String spans(Set<Integer> minutes) {
        List<Integer> ordered = List.copyOf(new TreeSet<>(minutes));
        List<String> spans = new ArrayList<>();
        for (int i = 0; i + 1 < ordered.size(); i += 2) {
            spans.add(time(ordered.get(i)) + "-" + time(ordered.get(i + 1)));
        }
        return spans.isEmpty() ? "closed" : String.join(", ", spans);
    }

    private static String time(int minute) {
        return "%02d:%02d".formatted(minute / 60, minute % 60);
    }
}
