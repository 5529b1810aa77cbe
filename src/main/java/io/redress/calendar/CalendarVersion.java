package io.redress.calendar;

import java.time.Instant;

/**
 * A calendar as it is in force, and where it comes from.
 *
 * @param changedBy the login of the manager who stored it, {@code null} where it comes from the configuration
 * @param changedAt when it was stored, {@code null} where it comes from the configuration
 */
public record CalendarVersion(
        BusinessCalendar calendar, CalendarDefinition definition, String changedBy, Instant changedAt) {

    /** The configuration's, or built in. */
    static CalendarVersion configured(BusinessCalendar calendar, CalendarDefinition definition) {
        return new CalendarVersion(calendar, definition, null, null);
    }
}
