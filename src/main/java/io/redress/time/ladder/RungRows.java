package io.redress.time.ladder;

import io.redress.time.clock.CaseClock;
import io.redress.time.ladder.RungSchedule.Step;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rungs that were climbed, as rows; each is claimed once, on whatever node. */
@Component
public class RungRows {

    private final JdbcClient jdbc;

    public RungRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Claims rungs. @return those that were free, in the same order; somebody may have climbed the others already */
    List<Step> claim(List<Step> steps, Instant at) {
        // Each in its turn by number, so that two who want the same rungs never wait for each other in a circle.
        Set<String> free = new HashSet<>(jdbc.sql("""
                        insert into redress.rung (clock_id, name, climbed_at)
                        select clock, rung, :at from unnest(:clocks, :rungs) as step (clock, rung) order by clock, rung
                        on conflict do nothing returning clock_id || ' ' || name""")
                .param("clocks", steps.stream().map(step -> step.clock().id()).toArray(Long[]::new))
                .param("rungs", steps.stream().map(Step::claim).toArray(String[]::new))
                .param("at", Timestamp.from(at))
                .query(String.class)
                .list());
        return steps.stream()
                .filter(step -> free.contains(step.clock().id() + " " + step.claim()))
                .toList();
    }

    /** The rungs that were climbed for these clocks: the claims, by the clock's id. */
    Map<Long, Set<String>> climbed(List<CaseClock> clocks) {
        Map<Long, Set<String>> climbed = new HashMap<>();
        jdbc.sql("select clock_id, name from redress.rung where clock_id = any(:clocks)")
                .param("clocks", clocks.stream().map(CaseClock::id).toArray(Long[]::new))
                .query(row -> {
                    climbed.computeIfAbsent(row.getLong("clock_id"), clock -> new HashSet<>())
                            .add(row.getString("name"));
                });
        return climbed;
    }
}
