package io.redress.time.calendar;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The public holidays of some countries or subdivisions together, as Jollyday knows them; a holiday of one is a free
 * day in all of them.
 */
final class PublicHolidays {

    private final List<Region> regions;
    private final Map<Integer, Set<LocalDate>> years = new ConcurrentHashMap<>();

    private PublicHolidays(List<Region> regions) {
        this.regions = regions;
    }

    /** A country, and the way down to one of its parts. */
    private record Region(HolidayManager country, String[] parts) {}

    /**
     * @param codes such as {@code DE}, or {@code DE-BE} for a country's holidays and those of its part (ISO 3166-2)
     * @throws IllegalArgumentException for a code that is not known, in a sentence without its full stop
     */
    static PublicHolidays of(List<String> codes) {
        return new PublicHolidays(codes.stream().map(PublicHolidays::region).toList());
    }

    private static Region region(String code) {
        String[] parts = String.valueOf(code).strip().toLowerCase(Locale.ROOT).split("-", -1);
        Set<String> countries = new TreeSet<>(HolidayManager.getSupportedCalendarCodes());
        if (!countries.contains(parts[0].toUpperCase(Locale.ROOT))) {
            throw new IllegalArgumentException(
                    "\"%s\" is no country whose public holidays are known, such as DE or GB".formatted(code));
        }
        HolidayManager country = HolidayManager.getInstance(ManagerParameters.create(parts[0]));
        CalendarHierarchy place = country.getCalendarHierarchy();
        for (String part : Arrays.asList(parts).subList(1, parts.length)) {
            CalendarHierarchy inner = place.getChildren().get(part);
            if (inner == null) {
                throw new IllegalArgumentException("\"%s\" is not known; %s".formatted(code, partsOf(place)));
            }
            place = inner;
        }
        return new Region(country, Arrays.copyOfRange(parts, 1, parts.length));
    }

    private static String partsOf(CalendarHierarchy place) {
        String id = place.getId().toUpperCase(Locale.ROOT);
        List<String> parts = new ArrayList<>(place.getChildren().keySet());
        if (parts.isEmpty()) {
            return id + " has no parts with holidays of their own";
        }
        Collections.sort(parts);
        return "the parts of %s are %s".formatted(id, String.join(", ", parts).toUpperCase(Locale.ROOT));
    }

    boolean contains(LocalDate day) {
        return !regions.isEmpty()
                && years.computeIfAbsent(day.getYear(), this::of).contains(day);
    }

    /** A holiday that is kept on another day may be counted in the year before or after. */
    private Set<LocalDate> of(int year) {
        Set<LocalDate> days = new HashSet<>();
        for (Region region : regions) {
            for (int counted = year - 1; counted <= year + 1; counted++) {
                region.country().getHolidays(Year.of(counted), HolidayType.PUBLIC_HOLIDAY, region.parts()).stream()
                        .map(Holiday::getDate)
                        .filter(day -> day.getYear() == year)
                        .forEach(days::add);
            }
        }
        return days;
    }
}
