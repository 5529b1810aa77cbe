package io.redress.time.calendar;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.core.input.RefusedInput;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * All versions that the calendars ever had. What managers changed on the running system takes precedence over the
 * configuration, and of either the newest version that can be read is in force, on every node within seconds. A
 * calendar that was removed from the configuration stays in force for whoever names it.
 */
@Component
public class StoredCalendars {

    private static final Logger LOG = LoggerFactory.getLogger(StoredCalendars.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcClient jdbc;
    private final ConfiguredCalendars configured;
    private final Clock clock;
    private final long interval;
    private final AtomicLong nextLook = new AtomicLong(System.nanoTime());
    private final Set<Long> reported = new HashSet<>();
    private volatile Known known;

    @Autowired
    StoredCalendars(JdbcClient jdbc, ConfiguredCalendars configured, Clock clock) {
        this(jdbc, configured, clock, LOOK_AGAIN);
    }

    /** @param lookAgain how old, by the machine's clock, what a node knows may get */
    StoredCalendars(JdbcClient jdbc, ConfiguredCalendars configured, Clock clock, Duration lookAgain) {
        this.jdbc = jdbc;
        this.configured = configured;
        this.clock = clock;
        this.interval = lookAgain.toNanos();
        configured.all().forEach((name, version) -> remember(name, version.definition()));
    }

    /** The configuration has a new version where a node is started with another one than the last. */
    private void remember(String name, CalendarDefinition definition) {
        if (name.equals(Calendars.ALWAYS)) {
            return;
        }
        jdbc.sql("""
                        insert into redress.business_calendar (name, definition, changed_by, changed_at)
                        select :name, :definition::json, null, :now
                         where :definition is distinct from (
                           select definition::text from redress.business_calendar
                            where name = :name and changed_by is null order by id desc limit 1)""")
                .param("name", name)
                .param("definition", write(definition.in(configured.zone())))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** A version that somebody stored, in force or not. */
    public record Change(CalendarDefinition definition, String changedBy, Instant changedAt) {}

    private record Row(long id, String name, String definition, String changedBy, Instant changedAt) {}

    /**
     * @param rows how many there were; rows are only ever added, so their number says whether anything is new
     * @param versions by their ids, oldest first
     */
    private record Known(long rows, SortedMap<Long, CalendarVersion> versions, Map<String, CalendarVersion> inForce) {}

    /**
     * Puts a definition in force, in place of the configured or earlier one of that name.
     *
     * @throws RefusedInput naming every row that is wrong; nothing is stored, and what was in force stays so
     */
    public CalendarVersion put(String name, CalendarDefinition definition, String changedBy) {
        if (name.equals(Calendars.ALWAYS)) {
            throw new RefusedInput("name", "The calendar \"always\" is built in.");
        }
        CalendarReader.read(name, definition, configured.zone());
        jdbc.sql("""
                        insert into redress.business_calendar (name, definition, changed_by, changed_at)
                        values (:name, :definition::json, :by, :now)""")
                .param("name", name)
                .param("definition", write(definition))
                .param("by", changedBy)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        look();
        return known.inForce().get(name);
    }

    /** Every version of a name that managers stored and that can be read, newest first. */
    public List<Change> history(String name) {
        return rows().stream()
                .filter(row -> row.name().equals(name) && row.changedBy() != null)
                .flatMap(row -> change(row).stream())
                .toList();
    }

    private static Optional<Change> change(Row row) {
        try {
            return Optional.of(new Change(parse(row.definition()), row.changedBy(), row.changedAt()));
        } catch (JsonProcessingException unreadable) {
            return Optional.empty();
        }
    }

    /** What is in force by name, at most {@code lookAgain} old. */
    Map<String, CalendarVersion> inForce() {
        return known().inForce();
    }

    /** @return {@code null} where there is none, or it cannot be read any more */
    CalendarVersion version(long id) {
        CalendarVersion version = known().versions().get(id);
        if (version == null) {
            // Another node may have made it a moment ago.
            look();
            version = known.versions().get(id);
        }
        return version;
    }

    /** The first version of a configured calendar that was kept. */
    Optional<CalendarVersion> first(String name) {
        return known().versions().values().stream()
                .filter(version ->
                        version.isConfigured() && version.calendar().name().equals(name))
                .findFirst();
    }

    private Known known() {
        long due = nextLook.get();
        long now = System.nanoTime();
        if (known == null || now - due >= 0 && nextLook.compareAndSet(due, now + interval)) {
            look();
        }
        return known;
    }

    private synchronized void look() {
        long rows = jdbc.sql("select count(*) from redress.business_calendar")
                .query(Long.class)
                .single();
        if (known == null || known.rows() != rows) {
            known = read(rows, known);
        }
    }

    private Known read(long count, Known before) {
        SortedMap<Long, CalendarVersion> versions = new TreeMap<>();
        for (Row row : rows()) {
            CalendarVersion read = before == null ? null : before.versions().get(row.id());
            Optional.ofNullable(read).or(() -> version(row)).ifPresent(readable -> versions.put(row.id(), readable));
        }
        Map<String, CalendarVersion> inForce = new HashMap<>();
        versions.values().forEach(version -> inForce.merge(version.calendar().name(), version, StoredCalendars::later));
        return new Known(count, versions, inForce);
    }

    private static CalendarVersion later(CalendarVersion earlier, CalendarVersion later) {
        return later.isConfigured() && !earlier.isConfigured() ? earlier : later;
    }

    private Optional<CalendarVersion> version(Row row) {
        try {
            CalendarDefinition definition = parse(row.definition());
            return Optional.of(new CalendarVersion(
                    row.id(),
                    CalendarReader.read(row.name(), definition, configured.zone()),
                    definition,
                    row.changedBy(),
                    row.changedAt()));
        } catch (JsonProcessingException | RefusedInput unreadable) {
            if (reported.add(row.id())) {
                LOG.error(
                        "Calendar {} as {} stored it at {} cannot be read any more, and what was in force before it is"
                                + " again: {}",
                        row.name(),
                        row.changedBy() == null ? "the configuration" : row.changedBy(),
                        row.changedAt(),
                        unreadable.getMessage());
            }
            return Optional.empty();
        }
    }

    /** Newest first. */
    private List<Row> rows() {
        return jdbc.sql("select * from redress.business_calendar order by id desc")
                .query((row, index) -> new Row(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("definition"),
                        row.getString("changed_by"),
                        row.getTimestamp("changed_at").toInstant()))
                .list();
    }

    private static CalendarDefinition parse(String json) throws JsonProcessingException {
        return JSON.readValue(json, CalendarDefinition.class);
    }

    private static String write(CalendarDefinition definition) {
        try {
            return JSON.writeValueAsString(definition);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
