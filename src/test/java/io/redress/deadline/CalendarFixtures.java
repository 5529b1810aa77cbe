package io.redress.deadline;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Calendars for tests, written as people write them. */
final class CalendarFixtures {

    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private CalendarFixtures() {}

    static BusinessCalendar calendar(CalendarDefinition definition) {
        return CalendarReader.read("test", definition, ZoneId.of("UTC"));
    }

    /** Monday to Friday, 09:00 to 17:00. */
    static BusinessCalendar officeHours(String zone, String... holidays) {
        return calendar(new CalendarDefinition(zone, weekdays("09:00-17:00"), List.of(holidays), null, null));
    }

    static Map<String, String> weekdays(String hours) {
        return hours("monday tuesday wednesday thursday friday", hours);
    }

    static Map<String, String> everyDay(String hours) {
        return hours("monday tuesday wednesday thursday friday saturday sunday", hours);
    }

    private static Map<String, String> hours(String days, String hours) {
        Map<String, String> week = new LinkedHashMap<>();
        for (String day : days.split(" ")) {
            week.put(day, hours);
        }
        return week;
    }
}
