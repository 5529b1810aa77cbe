package io.redress.time.calendar;

import io.redress.core.input.Problem;
import io.redress.core.input.RefusedInput;
import io.redress.core.input.Years;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The parser of calendars as people write them: it returns the calendar, or everything that is wrong with it, each
 * fault with its row.
 */
final class CalendarReader {

    private static final int MOST_DATES = 2_000;
    private static final String NAME = "[a-z][a-z0-9-]{0,39}";

    private final List<Problem> problems = new ArrayList<>();

    private CalendarReader() {}

    /**
     * @param usual the zone to use where the definition names none
     * @throws RefusedInput naming every row that is wrong
     */
    static BusinessCalendar read(String name, CalendarDefinition written, ZoneId usual) {
        CalendarReader reader = new CalendarReader();
        BusinessCalendar calendar = reader.calendar(name, written, usual);
        if (calendar == null) {
            throw new RefusedInput(reader.problems);
        }
        return calendar;
    }

    private BusinessCalendar calendar(String name, CalendarDefinition written, ZoneId usual) {
        if (!name.matches(NAME)) {
            refuse("name", "\"%s\" is no name of at most 40 small letters, digits and dashes".formatted(name));
        }
        ZoneId zone = written.zone() == null ? usual : zone(written.zone());
        Map<DayOfWeek, List<Opening>> week = week(written.hours());
        Map<LocalDate, List<Opening>> ownDates = ownDates(written);
        PublicHolidays holidays = holidays(written.holidays());
        if (problems.isEmpty() && week.values().stream().allMatch(List::isEmpty)) {
            refuse("hours", "no weekday has a working hour");
        }
        return problems.isEmpty()
                ? new BusinessCalendar(name, zone, new OpeningHours(week, ownDates, holidays::contains))
                : null;
    }

    private ZoneId zone(String text) {
        try {
            return ZoneId.of(text.strip());
        } catch (DateTimeException unknown) {
            refuse("zone", "\"%s\" is no time zone such as Europe/Berlin".formatted(text));
            return null;
        }
    }

    private Map<DayOfWeek, List<Opening>> week(Map<String, String> hours) {
        Map<DayOfWeek, List<Opening>> week = new EnumMap<>(DayOfWeek.class);
        hours.forEach((day, text) -> {
            String row = "hours." + day;
            Optional<DayOfWeek> weekday = Arrays.stream(DayOfWeek.values())
                    .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(day))
                    .findFirst();
            List<Opening> openings = Opening.read(text, fault -> refuse(row, fault));
            if (weekday.isEmpty()) {
                refuse(row, "\"%s\" is no weekday, monday to sunday".formatted(day));
            } else {
                week.put(weekday.get(), openings);
            }
        });
        return week;
    }

    private Map<LocalDate, List<Opening>> ownDates(CalendarDefinition written) {
        Map<LocalDate, List<Opening>> dates = new HashMap<>();
        if (written.closed().size() + written.special().size() > MOST_DATES) {
            refuse("closed", "there are more than %,d dates".formatted(MOST_DATES));
            return dates;
        }
        for (int i = 0; i < written.closed().size(); i++) {
            add(dates, "closed[" + i + "]", written.closed().get(i), List.of());
        }
        written.special().forEach((date, text) -> {
            String row = "special." + date;
            add(dates, row, date, Opening.read(text, fault -> refuse(row, fault)));
        });
        return dates;
    }

    private void add(Map<LocalDate, List<Opening>> dates, String row, String text, List<Opening> openings) {
        try {
            if (dates.put(Years.near(LocalDate.parse(String.valueOf(text).strip())), openings) != null) {
                refuse(row, "\"%s\" is here twice".formatted(text));
            }
        } catch (DateTimeException malformed) {
            refuse(row, "\"%s\" is no date such as 2026-12-24".formatted(text));
        }
    }

    private PublicHolidays holidays(List<String> codes) {
        List<String> known = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            try {
                PublicHolidays.of(codes.subList(i, i + 1));
                known.add(codes.get(i));
            } catch (IllegalArgumentException unknown) {
                refuse("holidays[" + i + "]", unknown.getMessage());
            }
        }
        return PublicHolidays.of(known);
    }

    private void refuse(String row, String fault) {
        problems.add(new Problem(row, fault + "."));
    }
}
