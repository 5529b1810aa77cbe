package io.redress.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How long a client waits for an acknowledgement while thousands of another's complaints wait, {@code ./mvnw -Pbench
 * -Dtest=FairnessBench verify}: from sending a complaint until the mail server has the letter, without limits.
 */
@Tag("bench")
@SandboxTest
class FairnessBench {

    private static final int WAITING = Integer.getInteger("bench.waiting", 2_000);
    private static final int PROBES = Integer.getInteger("bench.probes", 20);
    private static final Duration SLACK = Duration.ofMillis(500);

    @Autowired
    SandboxDriver world;

    @Autowired
    JdbcTemplate database;

    @Test
    void anothersAcknowledgementComesAsOnAQuietDay() throws Exception {
        probe();
        await().atMost(1, TimeUnit.MINUTES).until(() -> due() == 0);
        long[] quiet = probes();

        var clients = Executors.newFixedThreadPool(8);
        List<CompletableFuture<Void>> sent = IntStream.range(0, WAITING)
                .mapToObj(n -> CompletableFuture.runAsync(
                        () -> Complaints.file(world.as("system"), "flood" + n + "@customers.example"), clients))
                .toList();
        sent.forEach(CompletableFuture::join);
        clients.shutdown();
        long before = due();
        long[] loaded = probes();
        long after = due();

        var figures = new Figures();
        figures.add("acknowledged on a quiet day, ms: median / 95 % / most", Figures.inWords(quiet, 0.95));
        figures.add("steps that waited before and after the probes", before + " / " + after);
        figures.add("acknowledged beside them, ms: median / 95 % / most", Figures.inWords(loaded, 0.95));
        figures.print();
        assertThat(Figures.percentile(loaded, 0.5))
                .isLessThanOrEqualTo(Math.round(Figures.percentile(quiet, 0.5) * 1.5) + SLACK.toMillis());
    }

    private long[] probes() {
        return IntStream.range(0, PROBES).mapToLong(n -> probe()).toArray();
    }

    /** Milliseconds from sending a complaint until its acknowledgement is at the mail server. */
    private long probe() {
        String address = "probe" + System.nanoTime() + "@customers.example";
        long began = System.nanoTime();
        Complaints.file(world.as("stranger"), address);
        await().atMost(5, TimeUnit.MINUTES).pollInterval(Duration.ofMillis(10)).until(() -> !world.mailsTo(address)
                .isEmpty());
        return Duration.ofNanos(System.nanoTime() - began).toMillis();
    }

    private long due() {
        return database.queryForObject(
                "select count(*) from act_ru_job where duedate_ <= ? and retries_ > 0",
                Long.class,
                java.sql.Timestamp.from(world.clock().instant()));
    }
}
