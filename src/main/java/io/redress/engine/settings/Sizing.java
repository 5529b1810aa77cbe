package io.redress.engine.settings;

import com.zaxxer.hikari.HikariDataSource;
import io.redress.core.startup.InvalidSetting;
import java.time.Duration;
import javax.sql.DataSource;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/**
 * The check for settings under which jobs would get in each other's way.
 *
 * <p>A job that outlives its lock is run again beside itself, so a call to a provider has to give up well before. A job
 * holds its own connection while the remedy ledger commits through a second one, so a smaller pool can deadlock. And a
 * provider that may have as many calls as there are job threads could stop every case by being slow.
 */
@Component
class Sizing implements InitializingBean {

    private static final int CONNECTIONS_FOR_THE_WEB = 4;

    private final EngineProperties ours;
    private final CamundaBpmProperties engine;
    private final DataSource database;

    Sizing(EngineProperties ours, CamundaBpmProperties engine, DataSource database) {
        this.ours = ours;
        this.engine = engine;
        this.database = database;
    }

    @Override
    public void afterPropertiesSet() {
        ours.deadlines().forEach((name, deadline) -> {
            if (deadline.isNegative()
                    || deadline.isZero()
                    || deadline.multipliedBy(2).compareTo(jobLock()) > 0) {
                throw new InvalidSetting(
                        "%s is %s".formatted(name, deadline),
                        "choose a positive duration of at most half of camunda.bpm.job-execution.lock-time-in-millis (%s)"
                                .formatted(jobLock().toMillis()));
            }
        });
        checkConcurrentCalls(ours.outside().concurrentCalls());
        if (database instanceof HikariDataSource pool) {
            checkPool(pool.getMaximumPoolSize());
        }
    }

    /** How long a job is locked for the node that runs it. */
    Duration jobLock() {
        var millis = engine.getJobExecution().getLockTimeInMillis();
        if (millis == null || millis <= 0) {
            throw new InvalidSetting(
                    "camunda.bpm.job-execution.lock-time-in-millis is " + millis,
                    "set it to between 60000 and 120000, such as 80000: longer than any call to a provider takes");
        }
        return Duration.ofMillis(millis);
    }

    private void checkConcurrentCalls(int calls) {
        int threads = engine.getJobExecution().getMaxPoolSize();
        if (threads > 1 && calls >= threads) {
            throw new InvalidSetting(
                    "redress.outside.concurrent-calls is %d".formatted(calls),
                    "choose at most %d: one fewer than camunda.bpm.job-execution.max-pool-size, so that a slow provider leaves a thread to everybody else"
                            .formatted(threads - 1));
        }
    }

    private void checkPool(int connections) {
        var least = 2 * engine.getJobExecution().getMaxPoolSize() + CONNECTIONS_FOR_THE_WEB;
        if (connections < least) {
            throw new InvalidSetting(
                    "spring.datasource.hikari.maximum-pool-size is %d".formatted(connections),
                    "give it at least %d: two for each job thread and %d for the web"
                            .formatted(least, CONNECTIONS_FOR_THE_WEB));
        }
    }
}
