package io.redress.bench;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the engine's timers and the rungs that were climbed say, independently of what our meters say. */
final class Rungs {

    private static final String TIMERS = "('startEvent_rungDue', 'event_nextRungDue')";
    private static final String WAITING = """
             from act_ru_job j join act_ru_jobdef d on d.id_ = j.job_def_id_
             join act_hi_procinst p on p.id_ = j.process_instance_id_
             where p.business_key_ like ? and d.act_id_ in\s""" + TIMERS;
    private static final String CLIMBED = """
             from redress.rung r join redress.case_clock c on c.id = r.clock_id
             join bench_due due on due.case_number = c.case_number
             where c.case_number like ? and r.climbed_at >= due.at\n""";
    private static final String FAILED = """
             from act_hi_job_log j join act_hi_procinst p on p.id_ = j.process_instance_id_
             where p.business_key_ like ? and j.job_state_ = 1 and j.act_id_ in\s""" + TIMERS;

    private final JdbcTemplate database;

    Rungs(JdbcTemplate database) {
        this.database = database;
    }

    /** How late rungs were climbed: from when the timer was due until it, or one that took it along, set about it. */
    record Lateness(long[] millis) {

        Duration p99() {
            return Duration.ofMillis(Figures.percentile(millis, 0.99));
        }

        String inWords() {
            return Figures.inWords(millis, 0.99);
        }
    }

    /** How many rungs were climbed in each full second, and in all of them. */
    record Drained(long[] perSecond, double whole) {

        String inWords() {
            return "%d / %.0f".formatted(Figures.percentile(perSecond, 0.5), whole);
        }
    }

    /** When the case's next rung is due. */
    Instant dueAt(String caseNumber) {
        return database.queryForObject(
                        "select coalesce(min(j.duedate_), 'epoch') " + WAITING, Timestamp.class, caseNumber)
                .toInstant();
    }

    /** Whether a rung of a kind of clock of the case was climbed. */
    boolean isClimbed(String caseNumber, String kind, String rung) {
        return database.queryForObject("""
                        select exists (select from redress.rung r join redress.case_clock c on c.id = r.clock_id
                                        where c.case_number = ? and c.kind = ? and r.name = ?)""", Boolean.class, caseNumber, kind, rung);
    }

    /** How many of these cases have a rung that is due by then. */
    long waiting(String cases, Instant by) {
        return database.queryForObject(
                "select count(*) " + WAITING + " and j.duedate_ <= ?", Long.class, cases, Timestamp.from(by));
    }

    /** Notes when the rungs of these cases are due, before anything moves their timers. */
    void note(String cases) {
        database.execute("drop table if exists bench_due");
        database.update("create table bench_due as select p.business_key_ as case_number, j.duedate_ as at "
                + WAITING.replace("?", "'" + cases + "'"));
        database.execute("create index on bench_due (case_number)");
    }

    Lateness lateness(String cases) {
        return new Lateness(longs("select extract(epoch from r.climbed_at - due.at) * 1000 " + CLIMBED, cases));
    }

    /** @param millis how long it took until nothing was due any more */
    Drained drained(String cases, long millis) {
        long[] each = longs(
                "select count(*) " + CLIMBED + "group by date_trunc('second', r.climbed_at)"
                        + " order by date_trunc('second', r.climbed_at)",
                cases);
        long[] full = each.length > 4 ? java.util.Arrays.copyOfRange(each, 1, each.length - 1) : each;
        return new Drained(full, java.util.Arrays.stream(each).sum() * 1000.0 / millis);
    }

    long failed(String cases) {
        return longs("select 1 " + FAILED, cases).length;
    }

    /** How many timers fired by themselves. */
    long fired(String cases) {
        return longs("select 1 " + FAILED.replace("job_state_ = 1", "job_state_ = 2"), cases).length;
    }

    long climbed(String cases) {
        return longs("select 1 " + CLIMBED, cases).length;
    }

    String alerts(String cases) {
        return database.queryForObject(
                "select count(*) || ', ' || count(*) filter (where status = 'DUE') from redress.message"
                        + " where direction = 'STAFF' and case_number like ?",
                String.class,
                cases);
    }

    private long[] longs(String sql, String cases) {
        List<Number> found = database.queryForList(sql, Number.class, cases);
        return found.stream().mapToLong(Number::longValue).toArray();
    }
}
