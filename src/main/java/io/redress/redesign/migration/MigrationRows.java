package io.redress.redesign.migration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.redesign.migration.MigrationRun.MigratedCase;
import io.redress.redesign.migration.MigrationRun.Status;
import io.redress.redesign.migration.MigrationRun.Verdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of moves. */
@Component
class MigrationRows {

    private static final ObjectMapper JSON =
            JsonMapper.builder().findAndAddModules().build();
    private static final TypeReference<List<String>> SENTENCES = new TypeReference<>() {};
    private static final TypeReference<List<TimerChange>> CHANGES = new TypeReference<>() {};

    private static final String SELECT = """
            select m.*, c.*
              from redress.migration m
              cross join lateral (
                select count(*) as total, count(*) filter (where verdict = 'STAYS') as stays,
                  count(*) filter (where verdict = 'MOVES') as moves,
                  count(*) filter (where verdict = 'CANNOT') as cannot
                  from redress.migration_case where migration = m.id) c\s""";

    private final JdbcClient jdbc;

    MigrationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A case that is to be moved.
     *
     * @param definition the engine's id of the version that it goes to
     * @param caseNumber {@code null} where its processes are about no case
     * @param instances the engine's ids of its processes
     * @param tries how often something else was at it
     */
    record Due(
            UUID run,
            int place,
            String definition,
            int to,
            boolean dryRun,
            String reason,
            String by,
            CaseNumber caseNumber,
            List<String> instances,
            int tries) {}

    /** Notes a run, and each case that runs by the diagram. */
    void add(UUID id, Order order, String definition, String by, Instant now) {
        jdbc.sql("""
                        insert into redress.migration (id, process, to_version, from_version, definition, dry_run, reason,
                          created_at, created_by)
                        values (:id, :process, :to, :from, :definition, :dryRun, :reason, :now, :by)""")
                .param("id", id)
                .param("process", order.process())
                .param("to", order.to())
                .param("from", order.from())
                .param("definition", definition)
                .param("dryRun", order.dryRun())
                .param("reason", order.reason())
                .param("now", Timestamp.from(now))
                .param("by", by)
                .update();
        jdbc.sql("""
                        insert into redress.migration_case (migration, place, case_number, instances, verdict, why)
                        select :id, row_number() over (order by case_number, first), case_number, instances,
                          case when there then 'STAYS' end, case when there then cast(:why as json) end
                          from (
                            select c.case_number, min(e.id_) as first, array_agg(e.id_ order by e.id_) as instances,
                              bool_and(d.id_ = :definition) as there
                              from act_ru_execution e
                              join act_re_procdef d on d.id_ = e.proc_def_id_
                              left join redress.model_version v
                                on v.deployment_id = d.deployment_id_ and v.file = d.resource_name_
                              left join redress.complaint c on c.case_number = e.business_key_
                             where e.parent_id_ is null and d.key_ = :process
                               and (cast(:from as integer) is null or v.id = :from)
                             group by c.case_number, case when c.case_number is null then e.id_ end) found""")
                .param("id", id)
                .param("definition", definition)
                .param("process", order.process())
                .param("from", order.from())
                .param("why", write(List.of("It goes on by this version already.")))
                .update();
    }

    Optional<MigrationRun> find(UUID id) {
        return jdbc.sql(SELECT + "where m.id = :id")
                .param("id", id)
                .query(MigrationRows::run)
                .optional();
    }

    /** Newest first. */
    List<MigrationRun> latest(int most) {
        return jdbc.sql(SELECT + "order by m.created_at desc, m.id limit :most")
                .param("most", most)
                .query(MigrationRows::run)
                .list();
    }

    /** Whether cases of a process are being moved right now. */
    boolean isMoving(String process) {
        return jdbc.sql("""
                        select exists (
                          select from redress.migration m join redress.migration_case c on c.migration = m.id
                           where m.process = :process and not m.dry_run and m.cancelled_at is null
                             and c.verdict is null)""").param("process", process).query(Boolean.class).single();
    }

    /** The cases of a run in the order of their numbers, first those that something happens to. */
    List<MigratedCase> cases(UUID id, long offset, int most) {
        return jdbc.sql("""
                        select case_number, verdict, why, timers from redress.migration_case where migration = :id
                         order by verdict = 'STAYS', place offset :offset limit :most""")
                .param("id", id)
                .param("offset", offset)
                .param("most", most)
                .query((row, number) -> new MigratedCase(
                        row.getString("case_number"),
                        row.getString("verdict") == null ? null : Verdict.valueOf(row.getString("verdict")),
                        read(row.getString("why"), SENTENCES),
                        read(row.getString("timers"), CHANGES)))
                .list();
    }

    /** The next case that nobody is at, held until the transaction ends. */
    Optional<Due> next() {
        return jdbc.sql("""
                        select c.migration, c.place, m.definition, m.to_version, m.dry_run, m.reason, m.created_by,
                          c.case_number, c.instances, c.tries
                          from redress.migration_case c
                          join redress.migration m on m.id = c.migration
                         where c.verdict is null and m.cancelled_at is null
                           and (c.next_try_at is null or c.next_try_at <= clock_timestamp())
                         order by m.created_at, m.id, c.place limit 1 for update of c skip locked""")
                .query((row, number) -> new Due(
                        row.getObject("migration", UUID.class),
                        row.getInt("place"),
                        row.getString("definition"),
                        row.getInt("to_version"),
                        row.getBoolean("dry_run"),
                        row.getString("reason"),
                        row.getString("created_by"),
                        row.getString("case_number") == null ? null : new CaseNumber(row.getString("case_number")),
                        List.of((String[]) row.getArray("instances").getArray()),
                        row.getInt("tries")))
                .optional();
    }

    void judged(Due due, Verdict verdict, List<String> why, List<TimerChange> timers) {
        jdbc.sql("""
                        update redress.migration_case
                           set verdict = :verdict, why = cast(:why as json), timers = cast(:timers as json)
                         where migration = :run and place = :place and verdict is null""")
                .param("verdict", verdict.name())
                .param("why", write(why))
                .param("timers", write(timers))
                .param("run", due.run())
                .param("place", due.place())
                .update();
    }

    /** Leaves a case for later, because something else is at it. */
    void later(Due due, Duration wait) {
        jdbc.sql("""
                        update redress.migration_case
                           set tries = tries + 1,
                             next_try_at = clock_timestamp() + make_interval(secs => :seconds)
                         where migration = :run and place = :place""")
                .param("seconds", wait.toMillis() / 1000.0)
                .param("run", due.run())
                .param("place", due.place())
                .update();
    }

    void cancel(UUID id, Instant now) {
        jdbc.sql("""
                        update redress.migration m set cancelled_at = :now
                         where id = :id and cancelled_at is null
                           and exists (select from redress.migration_case where migration = m.id and verdict is null)""").param("now", Timestamp.from(now)).param("id", id).update();
    }

    void forgetTrials(Instant before) {
        jdbc.sql("delete from redress.migration where dry_run and created_at < :before")
                .param("before", Timestamp.from(before))
                .update();
    }

    private static MigrationRun run(ResultSet row, int number) throws SQLException {
        int total = row.getInt("total");
        int stays = row.getInt("stays");
        int moves = row.getInt("moves");
        int cannot = row.getInt("cannot");
        Status open = row.getTimestamp("cancelled_at") == null ? Status.RUNNING : Status.CANCELLED;
        return new MigrationRun(
                row.getObject("id", UUID.class),
                stays + moves + cannot == total ? Status.DONE : open,
                row.getString("process"),
                row.getInt("to_version"),
                row.getObject("from_version", Integer.class),
                row.getBoolean("dry_run"),
                row.getString("reason"),
                row.getTimestamp("created_at").toInstant(),
                row.getString("created_by"),
                total,
                stays,
                moves,
                cannot);
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static <T> List<T> read(String json, TypeReference<List<T>> what) {
        try {
            return json == null ? List.of() : JSON.readValue(json, what);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("A move of cases cannot be read", unreadable);
        }
    }
}
