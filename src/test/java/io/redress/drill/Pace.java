package io.redress.drill;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.springframework.dao.DataAccessException;

/**
 * Waits, and turns the clock where nothing happens any more before a failed step is tried again. Looks at the database
 * only to see that; what is right or wrong is counted elsewhere.
 */
final class Pace {

    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration STEP = Duration.ofSeconds(15);
    private static final Duration LONGEST_RETRY = Duration.ofHours(7);

    private final Stage stage;
    private final Clients clients;
    private int idle;
    private long lastMotion = System.nanoTime();

    Pace(Stage stage, Clients clients) {
        this.stage = stage;
        this.clients = clients;
    }

    /** @return whether it came true within the limit, which is real time */
    boolean until(BooleanSupplier condition, Duration limit) {
        var deadline = System.nanoTime() + limit.toNanos();
        while (System.nanoTime() < deadline) {
            if (condition.getAsBoolean()) {
                return true;
            }
            pass(LOOK);
        }
        return condition.getAsBoolean();
    }

    /** Lets real time pass. */
    void pass(Duration time) {
        var deadline = System.nanoTime() + time.toNanos();
        do {
            keepRunning();
            LockSupport.parkNanos(Math.min(LOOK.toNanos(), deadline - System.nanoTime()));
        } while (System.nanoTime() < deadline);
    }

    /** Whether no job could run now; false while the database is away. */
    boolean isIdle() {
        try {
            return due() == 0;
        } catch (DataAccessException away) {
            return false;
        }
    }

    /** Whether nothing has been due and nothing was to be tried again for so long. */
    boolean isStill(Duration time) {
        return System.nanoTime() - lastMotion > time.toNanos();
    }

    /** Turns the clock for whatever waits for its time. */
    void turn(Duration by) {
        stage.clock().advance(by);
        lastMotion = System.nanoTime();
    }

    private void keepRunning() {
        stage.nodes().forEach(Node::keepAlive);
        try {
            idle = due() == 0 ? idle + 1 : 0;
            if (idle == 0 || clients.waiting() > 0 || !stage.isComplete()) {
                lastMotion = System.nanoTime();
            }
            // Twice, because a job that ends may just be making the next one.
            if (idle >= 2) {
                nextRetry().ifPresentOrElse(this::turnTo, this::helpClients);
            }
        } catch (DataAccessException away) {
            idle = 0;
            lastMotion = System.nanoTime();
        }
    }

    private void turnTo(Instant retry) {
        var wait = Duration.between(stage.clock().instant(), retry).plusMillis(50);
        if (wait.compareTo(LONGEST_RETRY) < 0) {
            stage.clock().advance(wait.isNegative() || wait.isZero() ? Duration.ofMillis(50) : wait);
            idle = 0;
            lastMotion = System.nanoTime();
        }
    }

    /** A client whose node died is told to come back until its key is taken for abandoned. */
    private void helpClients() {
        if (clients.waiting() > 0) {
            stage.clock().advance(STEP);
        }
        idle = 0;
    }

    private long due() {
        return stage.database()
                .jdbc()
                .sql("select count(*) from act_ru_job where retries_ > 0 and duedate_ <= :now")
                .param("now", now())
                .query(Long.class)
                .single();
    }

    private Optional<Instant> nextRetry() {
        return stage.database()
                .jdbc()
                .sql("""
                        select min(duedate_) from act_ru_job
                         where retries_ > 0 and duedate_ > :now and exception_stack_id_ is not null""")
                .param("now", now())
                .query((row, index) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                .single();
    }

    private Timestamp now() {
        return Timestamp.from(stage.clock().instant());
    }
}
