package io.redress.mending.standstill.process;

import io.redress.engine.job.StepFailed;
import io.redress.mending.standstill.Mending;
import io.redress.mending.standstill.Mendings;
import io.redress.mending.standstill.Standstill;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The watch over cases that nothing moves: gives each of them to a person, and takes the task away where the cause has gone.
 * Failed steps are looked after within seconds, everything else within minutes. One node looks at a time.
 */
@Component
class StandstillWatch {

    private static final Logger LOG = LoggerFactory.getLogger(StandstillWatch.class);
    private static final UUID FIRST = new UUID(0, 0);
    private static final int PAGE = 200;

    private final Standstills standstills;
    private final MendingTasks opening;
    private final Mendings mendings;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final TaskScheduler scheduler;
    private final AtomicBoolean called = new AtomicBoolean();

    StandstillWatch(
            Standstills standstills,
            MendingTasks opening,
            Mendings mendings,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            TaskScheduler scheduler) {
        this.standstills = standstills;
        this.opening = opening;
        this.mendings = mendings;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.scheduler = scheduler;
    }

    /** Looks at once, beside the thread whose step has failed; many that fail together are one call. */
    @EventListener
    void failed(StepFailed failure) {
        if (called.compareAndSet(false, true)) {
            scheduler.schedule(
                    () -> {
                        called.set(false);
                        lookAtFailures();
                    },
                    Instant.now());
        }
    }

    /**
     * Looks at steps that failed for good, or for long, and at those that were mended meanwhile.
     *
     * @return whether it looked; not where another look is under way
     */
    @Scheduled(
            fixedDelayString = "${redress.watches.failures:PT5S}",
            initialDelayString = "${redress.watches.failures:PT5S}")
    boolean lookAtFailures() {
        return alone("redress mending failures", () -> {
            jdbc.sql("""
                            delete from redress.job_failure f
                             where not exists (select from act_ru_job j where j.id_ = f.job_id)""").update();
            standstills.failing(this::open);
            eachOpen(true, mending -> {
                if (!standstills.isFailing(mending.jobId())) {
                    opening.causeGone(mending);
                }
            });
        });
    }

    /**
     * Looks at everything else that should move.
     *
     * @return whether it looked; not where another look is under way
     */
    @Scheduled(
            fixedDelayString = "${redress.watches.cases:PT30S}",
            initialDelayString = "${redress.watches.cases:PT30S}")
    boolean lookAtCases() {
        return alone("redress mending cases", () -> {
            standstills.standing(this::open);
            Predicate<String> stands = standstills.stillStanding();
            eachOpen(false, mending -> {
                if (!stands.test(mending.branch())) {
                    opening.causeGone(mending);
                }
            });
        });
    }

    /** A slip in the newest diagram of the task itself takes the task from nobody: an earlier version serves as well. */
    private void open(Standstill found, List<String> versions) {
        Iterator<String> version = versions.iterator();
        for (boolean opened = false; !opened; ) {
            opened = isOpened(found, version.next(), version.hasNext());
        }
    }

    private boolean isOpened(Standstill found, String version, boolean anotherIsLeft) {
        try {
            opening.open(found, version);
            return true;
        } catch (RuntimeException failure) {
            if (!anotherIsLeft) {
                throw failure;
            }
            LOG.warn("Version {} of the task's diagram does not serve: {}", version, failure.toString());
            return false;
        }
    }

    private void open(List<Standstill> found) {
        List<String> versions = opening.versions();
        found.forEach(one -> guarded(one.branch(), () -> open(one, versions)));
    }

    private void eachOpen(boolean aboutJobs, Consumer<Mending> look) {
        UUID after = FIRST;
        for (List<Mending> page = mendings.open(aboutJobs, after, PAGE);
                !page.isEmpty();
                page = mendings.open(aboutJobs, after, PAGE)) {
            page.forEach(mending -> guarded(mending.branch(), () -> look.accept(mending)));
            after = page.get(page.size() - 1).id();
        }
    }

    /** One that cannot be opened or ended must not hold up the others; it is looked at again. */
    private static void guarded(String branch, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failure) {
            LOG.warn("The watch could not look after {}: {}", branch, failure.toString());
        }
    }

    private boolean alone(String what, Runnable look) {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                boolean free = jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended(:what, 0))")
                        .param("what", what)
                        .query(Boolean.class)
                        .single();
                if (free) {
                    look.run();
                }
                return free;
            }));
        } catch (RuntimeException failure) {
            LOG.warn("The watch could not look: {}", failure.toString());
            return false;
        }
    }
}
