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

/** The timeline of a case: what happened, in order. Entries are only ever added, and read by whom their kind is meant for. */
@Component
public class Timeline {

    private final TimelineEntries entries;
    private final PendingEntries pending;
    private final NamedParameterJdbcTemplate jdbc;
    private final Clock clock;

    Timeline(TimelineEntries entries, PendingEntries pending, NamedParameterJdbcTemplate jdbc, Clock clock) {
        this.entries = entries;
        this.pending = pending;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Something that the engine did; {@code text} as in {@link TimelineEntry}. */
    public record Entry(CaseNumber caseNumber, TimelineKind kind, String text) {}

    /** Adds what the engine did. */
    public void engineDid(CaseNumber caseNumber, TimelineKind kind, String text) {
        add(caseNumber, TimelineEntry.ENGINE, kind, text);
    }

    /**
     * Adds what the engine heard, unless it stands there already.
     *
     * @param occasion what makes it the same news, among those of its kind in the case, however it is worded
     */
    public void engineHeard(CaseNumber caseNumber, TimelineKind kind, String occasion, String text) {
        pending.write();
        jdbc.update(
                """
                insert into redress.timeline_entry (case_number, at, actor, kind, text, occasion)
                values (:case, :at, :actor, :kind, :text, :occasion)
                on conflict (case_number, kind, occasion) where occasion is not null do nothing""",
                values(new Entry(caseNumber, kind, text), Timestamp.from(clock.instant()))
                        .addValue("occasion", occasion));
    }

    /** Adds what the engine did in many cases at once. */
    public void engineDid(List<Entry> done) {
        pending.write();
        Timestamp now = Timestamp.from(clock.instant());
        SqlParameterSource[] rows =
                done.stream().map(entry -> values(entry, now)).toArray(SqlParameterSource[]::new);
        jdbc.batchUpdate("""
                insert into redress.timeline_entry (case_number, at, actor, kind, text)
                values (:case, :at, :actor, :kind, :text)""", rows);
    }

    private static MapSqlParameterSource values(Entry entry, Timestamp now) {
        return new MapSqlParameterSource("case", entry.caseNumber().value())
                .addValue("at", now)
                .addValue("actor", TimelineEntry.ENGINE)
                .addValue("kind", entry.kind().word())
                .addValue("text", entry.text());
    }

    /** Adds what somebody did; {@code actor} as in {@link TimelineEntry}. */
    public void add(CaseNumber caseNumber, String actor, TimelineKind kind, String text) {
        add(caseNumber, new Actor(actor, null), kind, text);
    }

    /** Adds what somebody did, or passed on for somebody else. */
    public void add(CaseNumber caseNumber, Actor actor, TimelineKind kind, String text) {
        pending.add(new TimelineRow(
                null, caseNumber.value(), clock.instant(), actor.id(), actor.onBehalfOf(), kind.word(), text));
    }

    /**
     * What happened last, oldest first, as far as these readers may know.
     *
     * @param readers who is going to read it
     * @param offset how many of the newest entries are left out
     * @param limit how many entries at most
     */
    public List<TimelineEntry> latest(CaseNumber caseNumber, Audience readers, long offset, int limit) {
        pending.write();
        return entries.findLatest(caseNumber.value(), offset, limit).stream()
                .flatMap(row -> row.entry().stream())
                .filter(entry -> readers.mayRead(entry.kind().audience()))
                .toList();
    }

    /** The newest entry of one of these kinds. */
    public Optional<TimelineEntry> last(CaseNumber caseNumber, Set<TimelineKind> kinds) {
        pending.write();
        List<String> words = kinds.stream().map(TimelineKind::word).toList();
        return entries.findLast(caseNumber.value(), words).flatMap(TimelineRow::entry);
    }

    /** Everything listed that happened, oldest first. */
    public List<TimelineEntry> of(CaseNumber caseNumber) {
        pending.write();
        return entries.findByCaseNumberOrderById(caseNumber.value()).stream()
                .flatMap(row -> row.entry().stream())
                .toList();
    }
}
