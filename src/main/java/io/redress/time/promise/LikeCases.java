package io.redress.time.promise;

import io.redress.complaint.file.Complaint;
import io.redress.time.clock.CaseClock;
import io.redress.time.clock.ClockRows;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The time that similar cases took: from receipt to the explained resolution, in the working time of their calendar,
 * without the time in which their customers were asked something.
 *
 * <p>A case counts as similar only if it was still open after as much time as this one has used already, and after a
 * quarter of an hour: what the evidence settles within seconds says nothing about what a person has to look into.
 */
@Component
class LikeCases {

    /** Fewer cases are no basis for an estimate. */
    static final int ENOUGH = 10;

    private static final int PERCENTILE = 80;
    private static final Duration HISTORY = Duration.ofDays(180);
    private static final Duration SETTLED_BY_ITSELF = Duration.ofMinutes(15);

    /** So many of the latest cases say as much as all of them, and are read quickly. */
    private static final int MOST = 500;

    /** How much cases have in common, most first. */
    enum Likeness {
        SAME_CLAIM_AND_TEAM("cases of the same claim and team"),
        SAME_CLAIM("cases of the same claim"),
        ANY("cases");

        private final String words;

        Likeness(String words) {
            this.words = words;
        }
    }

    /** @param time within which 80 of 100 were resolved, from receipt */
    record Usual(Duration time, int cases, Likeness likeness) {

        String words() {
            return "%d of 100 of the last %d %s that took so long were settled within %d h %d min of working time"
                    .formatted(PERCENTILE, cases, likeness.words, time.toHours(), time.toMinutesPart());
        }
    }

    private final JdbcClient jdbc;
    private final ClockRows rows;

    LikeCases(JdbcClient jdbc, ClockRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /**
     * How long cases usually take, by those most like this one of which there are enough.
     *
     * @param used how much time the case has used by now
     * @param accepted which degrees of likeness are accepted
     */
    Optional<Usual> usual(Complaint complaint, Duration used, Instant now, Likeness... accepted) {
        Duration least = used.compareTo(SETTLED_BY_ITSELF) > 0 ? used : SETTLED_BY_ITSELF;
        return Stream.of(accepted)
                .map(likeness -> usual(likeness, times(complaint, likeness, least, now)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Usual> usual(Likeness likeness, List<Duration> sorted) {
        int rank = (sorted.size() * PERCENTILE + 99) / 100;
        return sorted.size() < ENOUGH
                ? Optional.empty()
                : Optional.of(new Usual(sorted.get(rank - 1), sorted.size(), likeness));
    }

    private List<Duration> times(Complaint complaint, Likeness likeness, Duration least, Instant now) {
        return resolved(complaint, likeness, now).stream()
                .map(resolution -> resolution.consumed(resolution.metAt()))
                .filter(time -> time.compareTo(least) > 0)
                .sorted()
                .toList();
    }

    private List<CaseClock> resolved(Complaint complaint, Likeness likeness, Instant now) {
        return jdbc.sql("""
                        with latest as (
                          select c.* from redress.case_clock c join redress.complaint k using (case_number)
                           where c.kind = 'RESOLUTION' and c.round = 1 and c.met_at between :since and :now
                             and k.outcome is distinct from 'WITHDRAWN'
                             and (:anyClaim or k.claim is not distinct from :claim) and (:anyTeam or k.team = :team)
                           order by c.met_at desc limit :most)
                        select %s
                          from latest c join redress.clock_interval i on i.clock_id = c.id order by c.id, i.position""".formatted(ClockRows.COLUMNS))
                .param("since", Timestamp.from(now.minus(HISTORY)))
                .param("now", Timestamp.from(now))
                .param("anyClaim", likeness == Likeness.ANY)
                .param(
                        "claim",
                        complaint.claim() == null ? null : complaint.claim().name())
                .param("anyTeam", likeness != Likeness.SAME_CLAIM_AND_TEAM)
                .param("team", complaint.team())
                .param("most", MOST)
                .query(rows::read);
    }
}
