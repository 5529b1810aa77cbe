package io.redress.redesign.whatif;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The worker of a node, one run at a time and beside everything else. A node that runs one says so every few seconds; one
 * that falls silent is dead, and its run has failed.
 */
@Component
class WhatIfWorker implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(WhatIfWorker.class);

    private static final Duration SILENT = Duration.ofSeconds(60);
    private static final Duration KEPT = Duration.ofDays(90);
    private static final String NODE_DIED = "The node that ran it stopped. Start it again.";

    private final WhatIfRows rows;
    private final WhatIfWork work;
    private final Clock clock;
    private final AtomicReference<UUID> running = new AtomicReference<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "what-if");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    });

    WhatIfWorker(WhatIfRows rows, WhatIfWork work, Clock clock) {
        this.rows = rows;
        this.work = work;
        this.clock = clock;
    }

    /** Begins with the next run, unless this node has one. */
    @Scheduled(fixedDelayString = "PT1S", initialDelayString = "PT2S")
    synchronized void next() {
        if (running.get() != null) {
            return;
        }
        Optional<UUID> next = rows.claim();
        next.ifPresent(id -> {
            running.set(id);
            try {
                thread.execute(() -> run(id));
            } catch (RejectedExecutionException stopping) {
                running.set(null);
                rows.failed(id, NODE_DIED);
            }
        });
    }

    @Scheduled(fixedDelayString = "PT5S", initialDelayString = "PT5S")
    void look() {
        Optional.ofNullable(running.get()).ifPresent(rows::seen);
        int dead = rows.fail(SILENT, NODE_DIED);
        if (dead > 0) {
            LOG.warn("{} runs of what-if have failed, because their node stopped", dead);
        }
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1M")
    void forget() {
        rows.forget(clock.instant().minus(KEPT));
    }

    private void run(UUID id) {
        try {
            work.run(rows.find(id).orElseThrow());
        } catch (WhatIfWork.Stopped stopped) {
            LOG.info("Run {} of what-if does not go on", id);
        } catch (WhatIfWork.TooLong tooLong) {
            rows.failed(id, "It took longer than 30 minutes. Choose fewer cases.");
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError broken) {
            LOG.warn("Run {} of what-if has failed", id, broken);
            rows.failed(id, "It could not be finished; the operator’s log says why.");
        } finally {
            running.set(null);
        }
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
        Optional.ofNullable(running.get()).ifPresent(id -> rows.failed(id, NODE_DIED));
    }
}
