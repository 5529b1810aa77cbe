package io.redress.time.calendar;

import java.time.ZoneId;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * All business calendars by name, as they are in force now: a manager's own version takes precedence over the
 * configured one. Ask anew for each calculation of a future date, because a calendar object does not change once you
 * have it; the past is counted by the version that was in force.
 */
@Component
public class Calendars {

    /** The wall clock, in which every second counts. */
    public static final String ALWAYS = "always";

    /** The prefix of the names for the hours in which customers of a zone may be phoned; the zone's id follows. */
    static final String WAKING = "waking ";

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

    /** The hours in which customers who live in this zone may be phoned; they can be asked for by their name, too. */
    public BusinessCalendar waking(ZoneId customers) {
        return configured.waking(customers).calendar();
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
        Optional<CalendarVersion> waking = wakingOf(name);
        if (waking.isPresent()) {
            return waking.get();
        }
        CalendarVersion kept = stored.inForce().get(name);
        CalendarVersion version = kept == null ? configured.all().get(name) : kept;
        if (version == null) {
            throw new UnknownCalendar(name, names());
        }
        return version;
    }

    private Optional<CalendarVersion> wakingOf(String name) {
        return name.startsWith(WAKING)
                ? Optional.of(configured.waking(ZoneId.of(name.substring(WAKING.length()))))
                : Optional.empty();
    }

    /**
     * The version that counted at an earlier time. One that cannot be read any more must not take with it what it
     * counted: then the one in force stands in.
     *
     * @param id the version's, {@code null} for the first that was kept
     */
    public CalendarVersion asOf(String name, Long id) {
        CalendarVersion version = id == null ? stored.first(name).orElse(null) : stored.version(id);
        return version == null ? inForce(name) : version;
    }

    /** The version that counts from now on; the team's where there is no calendar of this name any more. */
    public CalendarVersion inForce(String name) {
        return wakingOf(name)
                .orElseGet(() -> version(
                        stored.inForce().containsKey(name) || configured.all().containsKey(name) ? name : STANDARD));
    }

    /** Every calendar and where it comes from, by name in alphabetical order. */
    public Map<String, CalendarVersion> all() {
        Map<String, CalendarVersion> all = new TreeMap<>(configured.all());
        all.putAll(stored.inForce());
        return Collections.unmodifiableMap(all);
    }
}
