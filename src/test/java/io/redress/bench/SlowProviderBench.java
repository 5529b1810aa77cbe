package io.redress.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import io.redress.sandbox.http.Fault;
import io.redress.sandbox.http.FaultKind;
import io.redress.sandbox.http.Provider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What others notice of a payment provider that takes twenty seconds for every answer while hundreds of cases need it,
 * {@code ./mvnw -Pbench -Dtest=SlowProviderBench verify}: complaints that do not need it are filed on a quiet node and
 * beside them. In the end the provider behaves, and each case is made good once.
 */
@Tag("bench")
@SandboxTest
class SlowProviderBench {

    private static final int CASES = Integer.getInteger("bench.waiting", 200);
    private static final int PROBES = Integer.getInteger("bench.probes", 40);
    private static final int SECONDS = Integer.getInteger("bench.slow", 20);
    private static final int CLIENTS = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    @Autowired
    SandboxDriver world;

    @Autowired
    JdbcTemplate database;

    /** Milliseconds from sending a complaint until something happened. */
    private record Probe(long accepted, long acknowledged, long onADesk) {}

    @Test
    void nobodyWaitsForAnothersSlowProvider() {
        probe();
        List<Probe> quiet = probes();

        world.providers().faults().order(new Fault(Provider.STRIPE, FaultKind.SLOW, 1_000_000, "", SECONDS));
        List<String> cases = fileLostParcels();
        until(() -> acknowledged(cases) == cases.size());
        List<Probe> beside = probes();
        long begun = count(cases, "WAITING_FOR_FOLLOW_UP");
        world.behave();
        long behaves = System.nanoTime();
        until(() -> count(cases, "WAITING_FOR_FOLLOW_UP") == cases.size());
        double seconds = Duration.ofNanos(System.nanoTime() - behaves).toMillis() / 1000.0;

        var figures = new Figures();
        figures.add("cases that wait for a provider of %d s".formatted(SECONDS), "%d, %d done".formatted(CASES, begun));
        add(figures, "accepted", quiet, beside, Probe::accepted);
        add(figures, "acknowledged", quiet, beside, Probe::acknowledged);
        add(figures, "on a desk", quiet, beside, Probe::onADesk);
        figures.add("seconds until all were made good, once it behaved", String.valueOf(seconds));
        figures.print();
        assertThat(cases).allSatisfy(number -> {
            assertThat(world.refunds(number)).hasSize(1);
            assertThat(world.shipments(number)).hasSize(1);
        });
    }

    private static void add(
            Figures figures, String what, List<Probe> quiet, List<Probe> beside, ToLongFunction<Probe> of) {
        figures.add("%s on a quiet node, ms p50 / p99 / most".formatted(what), inWords(quiet, of));
        figures.add("%s beside them, ms p50 / p99 / most".formatted(what), inWords(beside, of));
    }

    private static String inWords(List<Probe> probes, ToLongFunction<Probe> of) {
        return Figures.inWords(probes.stream().mapToLong(of).toArray(), 0.99);
    }

    private List<String> fileLostParcels() {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        List<CompletableFuture<String>> filed = IntStream.range(0, CASES)
                .mapToObj(n -> world.copyOf("R-1001"))
                .map(order -> CompletableFuture.supplyAsync(
                        () -> Complaints.fileLost(world.as("system"), order).caseNumber(), clients))
                .toList();
        List<String> numbers = filed.stream().map(CompletableFuture::join).toList();
        clients.shutdown();
        return numbers;
    }

    private List<Probe> probes() {
        return Stream.generate(this::probe).limit(PROBES).toList();
    }

    private Probe probe() {
        String address = "probe" + System.nanoTime() + "@customers.example";
        long began = System.nanoTime();
        String number = Complaints.file(world.as("stranger"), address);
        List<Long> millis = new ArrayList<>(List.of(since(began)));
        until(() -> !world.mailsTo(address).isEmpty());
        millis.add(since(began));
        until(() -> new Complaints(world, database).isOnADesk(number));
        millis.add(since(began));
        return new Probe(millis.get(0), millis.get(1), millis.get(2));
    }

    private static long since(long began) {
        return Duration.ofNanos(System.nanoTime() - began).toMillis();
    }

    private static void until(BooleanSupplier condition) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).until(condition::getAsBoolean);
    }

    private long acknowledged(List<String> cases) {
        return database.queryForObject("""
                select count(*) from redress.message
                 where case_number = any(?) and kind = 'ACKNOWLEDGEMENT' and status = 'SENT'""", Long.class, (Object) cases.toArray(String[]::new));
    }

    private long count(List<String> cases, String status) {
        return database.queryForObject(
                "select count(*) from redress.complaint where status = ? and case_number = any(?)",
                Long.class,
                status,
                cases.toArray(String[]::new));
    }
}
