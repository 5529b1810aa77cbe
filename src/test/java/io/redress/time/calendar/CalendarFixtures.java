package io.redress.time.calendar;

import static org.mockito.Mockito.mock;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Calendars for tests, written as people write them. */
public final class CalendarFixtures {

    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private CalendarFixtures() {}

    static BusinessCalendar calendar(CalendarDefinition definition) {
        return CalendarReader.read("test", definition, ZoneId.of("UTC"));
    }

    /** Monday to Friday, 09:00 to 17:00. */
    static BusinessCalendar officeHours(String zone, String... holidays) {
        return calendar(new CalendarDefinition(zone, weekdays("09:00-17:00"), List.of(holidays), null, null));
    }

    public static Map<String, String> weekdays(String hours) {
        return hours("monday tuesday wednesday thursday friday", hours);
    }

    public static Map<String, String> everyDay(String hours) {
        return hours("monday tuesday wednesday thursday friday saturday sunday", hours);
    }

    /** What an application with these settings is configured with, beside {@code standard} as it is shipped. */
    static ConfiguredCalendars configured(Map<String, String> settings) {
        return configured(settings, new MapPropertySource("none", Map.of()));
    }

    /** @param first what goes before these settings */
    static ConfiguredCalendars configured(Map<String, String> settings, PropertySource<?> first) {
        Map<String, Object> all = new LinkedHashMap<>(settings);
        weekdays("09:00-17:00").forEach((day, hours) -> all.put("redress.calendars.standard.hours." + day, hours));
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("settings", all));
        environment.getPropertySources().addFirst(first);
        return new ConfiguredCalendars(environment, BERLIN);
    }

    /** The calendars of an application with these settings, where no manager has changed any. */
    public static Calendars calendars(Map<String, String> settings) {
        return calendars(configured(settings));
    }

    /** The calendars of an application that managers change. */
    public record Changing(Calendars calendars, StoredCalendars stored) {}

    /** @param clock when changes are made */
    public static Changing changing(JdbcClient jdbc, Clock clock) {
        ConfiguredCalendars configured = configured(Map.of());
        StoredCalendars stored = new StoredCalendars(jdbc, configured, clock, Duration.ZERO);
        return new Changing(new Calendars(configured, stored), stored);
    }

    static Calendars calendars(ConfiguredCalendars configured) {
        return new Calendars(configured, mock(StoredCalendars.class));
    }

    private static Map<String, String> hours(String days, String hours) {
        Map<String, String> week = new LinkedHashMap<>();
        for (String day : days.split(" ")) {
            week.put(day, hours);
        }
        return week;
    }
}
