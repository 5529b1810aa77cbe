package io.redress.time.calendar;

import java.time.Instant;

/**
 * A calendar as it is or was in force, and where it comes from.
 *
 * @param id greater than that of any earlier version; {@code null} for the wall clock, which has only one
 * @param changedBy the login of the manager who stored it, {@code null} where it comes from the configuration
 * @param changedAt since when it is in force; {@code null} for the wall clock
 */
public record CalendarVersion(
        Long id, BusinessCalendar calendar, CalendarDefinition definition, String changedBy, Instant changedAt) {

    /** The version of the configuration, or built in, as this node knows it. */
    static CalendarVersion configured(BusinessCalendar calendar, CalendarDefinition definition) {
        return new CalendarVersion(null, calendar, definition, null, null);
    }

    boolean isConfigured() {
        return changedBy == null;
    }
}
