package io.redress.calendar;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * Every business calendar by its name, as it is in force now: a manager's own version goes before the configured one. Ask
 * anew for each calculation, because a calendar that you keep does not change.
 */
@Component
public class Calendars {

    /** The wall clock, in which every second counts. */
    public static final String ALWAYS = "always";

    /** The calendar of a team that has none of its own. */
    public static final String STANDARD = "standard";

    private final ConfiguredCalendars configured;
    private final StoredCalendars stored;

    Calendars(ConfiguredCalendars configured, StoredCalendars stored) {
        this.configured = configured;
        this.stored = stored;
    }

    /** @throws UnknownCalendar naming those that are known */
    public BusinessCalendar named(String name) {
        return version(name).calendar();
    }

    /** The names of all calendars, in alphabetical order. */
    public Set<String> names() {
        return all().keySet();
    }

    /** The wall clock in the team's zone. */
    public BusinessCalendar always() {
        return named(ALWAYS);
    }

    /** The calendar of a team that has none of its own. */
    public BusinessCalendar standard() {
        return named(STANDARD);
    }

    /**
     * The calendar and where it comes from.
     *
     * @throws UnknownCalendar naming those that are known
     */
    public CalendarVersion version(String name) {
        CalendarVersion own = stored.current().get(name);
        CalendarVersion version = own == null ? configured.all().get(name) : own;
        if (version == null) {
            throw new UnknownCalendar(name, names());
        }
        return version;
    }

    /** Every calendar and where it comes from, by name in alphabetical order. */
    public Map<String, CalendarVersion> all() {
        Map<String, CalendarVersion> all = new TreeMap<>(configured.all());
        all.putAll(stored.current());
        return Collections.unmodifiableMap(all);
    }
}
