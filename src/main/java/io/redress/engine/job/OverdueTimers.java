package io.redress.engine.job;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.redress.core.database.FreshFigures;
import io.redress.engine.settings.EngineTables;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The metrics that no timer that fired can provide: how many timers are due and have not fired
 * ({@code redress.timers.overdue}), and for how long the oldest has been due ({@code redress.timers.overdue.oldest}).
 * Timers that are suspended or have no attempt left are somebody's decision or an incident, and do not count.
 *
 * <p>The figures are those of the whole database, the same on every node, and are read again after five seconds.
 */
@Component
class OverdueTimers implements MeterBinder {

    /** Answered by the index on the due date of {@link EngineTables}: reads only what is due. */
    private static final String QUERY = """
            select count(*), min(duedate_) from act_ru_job
             where duedate_ < ? and type_ = 'timer' and retries_ > 0 and suspension_state_ = 1""";

    private final JdbcTemplate database;
    private final Clock clock;
    private final FreshFigures<Reading> figures = new FreshFigures<>(this::read);

    OverdueTimers(JdbcTemplate database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("redress.timers.overdue", this, timers -> timers.figures
                        .now()
                        .count())
                .description("Timers that are due and have not fired")
                .register(meters);
        TimeGauge.builder("redress.timers.overdue.oldest", this, TimeUnit.MILLISECONDS, timers -> timers.figures
                        .now()
                        .oldest()
                        .toMillis())
                .description("For how long the oldest of them has been due")
                .register(meters);
    }

    private Reading read() {
        Instant now = clock.instant();
        return database.queryForObject(QUERY, (row, number) -> reading(row, now), Timestamp.from(now));
    }

    private static Reading reading(ResultSet row, Instant now) throws SQLException {
        Timestamp due = row.getTimestamp(2);
        Duration oldest = due == null ? Duration.ZERO : Duration.between(due.toInstant(), now);
        return new Reading(row.getLong(1), oldest);
    }

    private record Reading(long count, Duration oldest) {}
}
