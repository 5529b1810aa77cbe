package io.redress.mending.standstill;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.redress.core.database.FreshFigures;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The number of standstills, as metrics, for cases ({@code redress.cases.stuck}) and open tasks about them
 * ({@code redress.tasks.mend}), and in the health of the application, which stays up: a standstill is a matter for
 * people, and no other node would do better.
 *
 * <p>The figures are those of the whole database, the same on every node, and are read again after five seconds.
 */
@Component("stuckCases")
class StuckCases extends AbstractHealthIndicator implements MeterBinder {

    /** A task of a case that failed for good counts its case before the watch has given it to a person. */
    private static final String QUERY = """
            select (select count(*) from (
                      select case_number from redress.mending where state = 'OPEN' and case_number is not null
                      union
                      select c.case_number from act_ru_job j
                        join act_ru_execution e on e.id_ = j.process_instance_id_
                        join redress.complaint c on c.case_number = e.business_key_
                       where j.retries_ = 0) stuck) as cases,
                   (select count(*) from redress.mending where state = 'OPEN') as tasks""";

    private final FreshFigures<Reading> figures;

    StuckCases(JdbcClient jdbc) {
        super("The cases that stand still cannot be counted");
        this.figures = new FreshFigures<>(() -> jdbc.sql(QUERY)
                .query((row, index) -> new Reading(row.getLong("cases"), row.getLong("tasks")))
                .single());
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("redress.cases.stuck", this, stuck -> stuck.figures.now().cases())
                .description("Cases that stand still at a step or that nothing moves")
                .register(meters);
        Gauge.builder("redress.tasks.mend", this, stuck -> stuck.figures.now().tasks())
                .description("Open tasks “Mend case”")
                .register(meters);
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        Reading now = figures.now();
        health.up().withDetail("casesStuck", now.cases()).withDetail("tasksMend", now.tasks());
    }

    private record Reading(long cases, long tasks) {}
}
