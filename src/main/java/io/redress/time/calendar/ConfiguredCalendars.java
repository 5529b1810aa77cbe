package io.redress.time.calendar;

import io.redress.core.input.RefusedInput;
import io.redress.core.startup.InvalidSetting;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.IgnoreTopLevelConverterNotFoundBindHandler;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.UnboundElementsSourceFilter;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The calendars of the configuration, {@code redress.calendars.<name>}, and the one that always exists. */
@Component
class ConfiguredCalendars {

    private static final String SETTINGS = "redress.calendars";

    private static final String WAKING_HOURS = "redress.waking-hours";

    private final ZoneId zone;
    private final String wakingHours;
    private final Map<ZoneId, CalendarVersion> waking = new ConcurrentHashMap<>();
    private final Map<String, CalendarVersion> calendars = new LinkedHashMap<>();

    /** @throws InvalidSetting naming every row that is wrong, of all calendars */
    ConfiguredCalendars(Environment environment, @Value("${redress.zone}") ZoneId zone) {
        this.zone = zone;
        List<String> faults = new ArrayList<>();
        definitions(environment).forEach((name, definition) -> read(name, definition, faults));
        if (!calendars.containsKey(Calendars.STANDARD) && faults.isEmpty()) {
            faults.add(SETTINGS + "." + Calendars.STANDARD + " is missing");
        }
        if (!faults.isEmpty()) {
            throw new InvalidSetting(String.join("; ", faults), "correct these rows of " + SETTINGS);
        }
        calendars.put(Calendars.ALWAYS, wallClock(zone));
        this.wakingHours = wakingHours(environment);
    }

    private static String wakingHours(Environment environment) {
        String written = environment.getProperty(WAKING_HOURS, "09:00-20:00");
        List<String> faults = new ArrayList<>();
        List<Opening> read = Opening.read(written, faults::add);
        if (!faults.isEmpty() || read.isEmpty()) {
            throw new InvalidSetting(
                    WAKING_HOURS + ": " + (faults.isEmpty() ? "names no hours" : String.join("; ", faults)),
                    "name the hours in which customers may be rung up, such as 09:00-20:00");
        }
        return written;
    }

    /** The hours in which customers who live in this zone may be phoned, on every day of the week. */
    CalendarVersion waking(ZoneId customers) {
        return waking.computeIfAbsent(customers, in -> {
            List<Opening> hours = Opening.read(wakingHours, fault -> {});
            Map<DayOfWeek, List<Opening>> week =
                    Stream.of(DayOfWeek.values()).collect(Collectors.toMap(Function.identity(), day -> hours));
            OpeningHours everyDay = new OpeningHours(week, Map.of(), day -> false);
            return CalendarVersion.configured(
                    new BusinessCalendar(Calendars.WAKING + in.getId(), in, everyDay), daily(in, wakingHours));
        });
    }

    /** The team's zone, for definitions that name none. */
    ZoneId zone() {
        return zone;
    }

    Map<String, CalendarVersion> all() {
        return calendars;
    }

    /** An unknown word is an error: a calendar whose holidays are misspelt would have none. */
    private static Map<String, CalendarDefinition> definitions(Environment environment) {
        return Binder.get(environment)
                .bind(
                        SETTINGS,
                        Bindable.mapOf(String.class, CalendarDefinition.class),
                        new NoUnboundElementsBindHandler(
                                new IgnoreTopLevelConverterNotFoundBindHandler(), new UnboundElementsSourceFilter()))
                .orElse(Map.of());
    }

    private void read(String name, CalendarDefinition definition, List<String> faults) {
        String prefix = SETTINGS + "." + name;
        if (name.equals(Calendars.ALWAYS)) {
            faults.add(prefix + ": this calendar is built in");
            return;
        }
        try {
            calendars.put(name, CalendarVersion.configured(CalendarReader.read(name, definition, zone), definition));
        } catch (RefusedInput refused) {
            refused.problems()
                    .forEach(problem -> faults.add("%s.%s: %s"
                            .formatted(
                                    prefix, problem.field(), problem.message().replaceFirst("\\.$", ""))));
        }
    }

    private static CalendarVersion wallClock(ZoneId zone) {
        return CalendarVersion.configured(BusinessCalendar.always(Calendars.ALWAYS, zone), daily(zone, "00:00-24:00"));
    }

    private static CalendarDefinition daily(ZoneId zone, String spans) {
        Map<String, String> hours = new LinkedHashMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            hours.put(day.name().toLowerCase(Locale.ROOT), spans);
        }
        return new CalendarDefinition(zone.getId(), hours, null, null, null);
    }
}
