package io.redress.time.promise;

import io.redress.time.clock.CaseClock;
import io.redress.time.clock.ClockKind;
import io.redress.time.clock.ClockRows;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The record of what became of the promises that customers were given. A promise belongs to the month in which it was
 * due, in the team's zone, and to the team that has its case today.
 */
@Component
public class PromiseRegister {

    /** How long before it is due a promise may have been given; of one that stood still for longer nobody asks. */
    private static final int LONGEST_IN_MONTHS = 12;

    private final JdbcClient jdbc;
    private final ClockRows rows;
    private final ZoneId zone;
    private final Clock clock;

    public PromiseRegister(JdbcClient jdbc, ClockRows rows, @Value("${redress.zone}") ZoneId zone, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.zone = zone;
        this.clock = clock;
    }

    /**
     * The promises of one kind that a team had due in a month.
     *
     * @param broken came late, are overdue now, or were overdue when they were no longer owed
     * @param open are not due yet, or stand still while the customer is asked
     * @param paused those of the open ones that wait for an answer of the customer
     * @param released were no longer owed before they were due: taken back, or replaced in time by a later promise
     * @param lateness the median of the broken ones on the wall clock, so far for those that are overdue; zero for none
     * @param workingLateness the same in the time of each promise's own calendar
     */
    public record Line(
            YearMonth month,
            String team,
            ClockKind kind,
            int kept,
            int broken,
            int open,
            int paused,
            int released,
            Duration lateness,
            Duration workingLateness) {}

    /** The month that it is now. */
    public YearMonth thisMonth() {
        return YearMonth.from(clock.instant().atZone(zone));
    }

    /** By month, team and kind, the last month included. */
    public List<Line> lines(YearMonth from, YearMonth to) {
        Instant now = clock.instant();
        Map<Key, Tally> tallies = new TreeMap<>();
        LocalDate end = to.plusMonths(1).atDay(1);
        for (LocalDate given = from.minusMonths(LONGEST_IN_MONTHS).atDay(1);
                given.isBefore(end);
                given = given.plusWeeks(1)) {
            LocalDate next = given.plusWeeks(1);
            promises(given, next.isBefore(end) ? next : end)
                    .forEach((team, promises) -> promises.forEach(promise -> {
                        YearMonth due = YearMonth.from(promise.promised(now).atZone(zone));
                        if (!due.isBefore(from) && !due.isAfter(to)) {
                            tallies.computeIfAbsent(new Key(due, team, promise.kind()), key -> new Tally())
                                    .count(promise, now);
                        }
                    }));
        }
        return tallies.entrySet().stream()
                .map(tally -> tally.getValue().line(tally.getKey()))
                .toList();
    }

    /** By team. A week at a time, so that a busy year is never in memory as a whole. */
    private Map<String, List<CaseClock>> promises(LocalDate from, LocalDate until) {
        return jdbc.sql("select " + ClockRows.COLUMNS + """
                        , k.team
                          from redress.clock_interval first
                          join redress.case_clock c on c.id = first.clock_id
                          join redress.complaint k on k.case_number = c.case_number
                          join redress.clock_interval i on i.clock_id = c.id
                         where first.position = 0 and first.started_at >= :from and first.started_at < :until
                           and c.kind in ('ACKNOWLEDGEMENT', 'FIRST_ANSWER', 'HOLDING', 'RESOLUTION')
                         order by c.id, i.position""")
                .param("from", begin(from))
                .param("until", begin(until))
                .query((ResultSetExtractor<Map<String, List<CaseClock>>>) row -> rows.readBy("team", row));
    }

    private Timestamp begin(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(zone).toInstant());
    }

    private record Key(YearMonth month, String team, ClockKind kind) implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::month).thenComparing(Key::team).thenComparing(Key::kind);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private static final class Tally {

        private int kept;
        private int open;
        private int paused;
        private int released;
        private final List<Duration> late = new ArrayList<>();
        private final List<Duration> lateInWorkingTime = new ArrayList<>();

        void count(CaseClock promise, Instant now) {
            Duration lateness = promise.lateness(now);
            if (!lateness.isZero()) {
                late.add(lateness);
                lateInWorkingTime.add(promise.workingLateness(now));
            } else if (promise.isRunning()) {
                open++;
                paused += promise.isPaused() ? 1 : 0;
            } else if (promise.isStopped()) {
                released++;
            } else {
                kept++;
            }
        }

        Line line(Key key) {
            return new Line(
                    key.month(),
                    key.team(),
                    key.kind(),
                    kept,
                    late.size(),
                    open,
                    paused,
                    released,
                    median(late),
                    median(lateInWorkingTime));
        }

        private static Duration median(List<Duration> durations) {
            if (durations.isEmpty()) {
                return Duration.ZERO;
            }
            List<Duration> sorted = durations.stream().sorted().toList();
            int middle = sorted.size() / 2;
            return sorted.size() % 2 == 1
                    ? sorted.get(middle)
                    : sorted.get(middle - 1).plus(sorted.get(middle)).dividedBy(2);
        }
    }
}
