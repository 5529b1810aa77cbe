package io.redress.redesign.migration;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The worker of a node: one case at a time and beside everything else. The nodes share the cases of a run. */
@Component
class MigrationWorker implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(MigrationWorker.class);

    private static final Duration TRIALS_KEPT = Duration.ofDays(90);
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final MigrationRows rows;
    private final MigrationWork work;
    private final Clock clock;
    private final AtomicBoolean busy = new AtomicBoolean();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "migration");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean stopping;

    MigrationWorker(MigrationRows rows, MigrationWork work, Clock clock) {
        this.rows = rows;
        this.work = work;
        this.clock = clock;
    }

    /** Goes on with what is to be done, unless this node is at it. */
    @Scheduled(fixedDelayString = "PT1S", initialDelayString = "PT2S")
    void go() {
        if (!stopping && busy.compareAndSet(false, true)) {
            thread.execute(this::work);
        }
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1M")
    void forget() {
        rows.forgetTrials(clock.instant().minus(TRIALS_KEPT));
    }

    private void work() {
        try {
            while (!stopping && work.next()) {}
        } catch (RuntimeException broken) {
            LOG.warn("The move of cases has stopped for a moment", broken);
        } finally {
            busy.set(false);
        }
    }

    /** Lets the case be ended that is being moved. */
    @Override
    public void destroy() throws InterruptedException {
        stopping = true;
        thread.shutdown();
        thread.awaitTermination(GRACE.toSeconds(), TimeUnit.SECONDS);
    }
}
