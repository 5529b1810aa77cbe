package io.redress.complaint.timeline;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;

/** The timeline of a case: what happened, in order. Entries are only ever added. */
@Component
public class Timeline {

    private final TimelineEntries entries;
    private final NamedParameterJdbcTemplate jdbc;
    private final Clock clock;

    Timeline(TimelineEntries entries, NamedParameterJdbcTemplate jdbc, Clock clock) {
        this.entries = entries;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Something that the engine did; {@code kind} and {@code text} as in {@link TimelineEntry}. */
    public record Entry(CaseNumber caseNumber, String kind, String text) {}

    /** Adds what the engine did. */
    public void engineDid(CaseNumber caseNumber, String kind, String text) {
        add(caseNumber, TimelineEntry.ENGINE, kind, text);
    }

    /** Adds what the engine did in many cases at once. */
    public void engineDid(List<Entry> done) {
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.batchUpdate(
                """
                insert into redress.timeline_entry (case_number, at, actor, kind, text)
                values (:case, :at, :actor, :kind, :text)""",
                done.stream()
                        .map(entry -> new MapSqlParameterSource(
                                        "case", entry.caseNumber().value())
                                .addValue("at", now)
                                .addValue("actor", TimelineEntry.ENGINE)
                                .addValue("kind", entry.kind())
                                .addValue("text", entry.text()))
                        .toArray(SqlParameterSource[]::new));
    }

    /** Adds what somebody did; {@code actor} as in {@link TimelineEntry}. */
    public void add(CaseNumber caseNumber, String actor, String kind, String text) {
        add(caseNumber, new Actor(actor, null), kind, text);
    }

    /** Adds what somebody did, or passed on for somebody else. */
    public void add(CaseNumber caseNumber, Actor actor, String kind, String text) {
        entries.save(new TimelineEntry(
                null, caseNumber.value(), clock.instant(), actor.id(), actor.onBehalfOf(), kind, text));
    }

    /**
     * What happened last, oldest first.
     *
     * @param offset how many of the newest entries are left out
     * @param limit how many entries at most
     */
    public List<TimelineEntry> latest(CaseNumber caseNumber, long offset, int limit) {
        return entries.findLatest(caseNumber.value(), offset, limit);
    }

    /** The newest entry of one of these kinds. */
    public Optional<TimelineEntry> last(CaseNumber caseNumber, Set<String> kinds) {
        return entries.findLast(caseNumber.value(), kinds);
    }

    /** Everything that happened, oldest first. */
    public List<TimelineEntry> of(CaseNumber caseNumber) {
        return entries.findByCaseNumberOrderById(caseNumber.value());
    }
}
