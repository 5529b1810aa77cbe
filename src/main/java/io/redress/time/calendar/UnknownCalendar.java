package io.redress.time.calendar;

import java.util.Set;
import java.util.TreeSet;

/** The exception for a name that no business calendar has. */
public class UnknownCalendar extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    UnknownCalendar(String name, Set<String> known) {
        super("There is no calendar \"%s\"; known are %s".formatted(name, String.join(", ", new TreeSet<>(known))));
    }
}
