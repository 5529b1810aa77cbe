package io.redress.bench;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** The turn of one side: the others are frozen, it gets its cases, and what they cost is read off. */
final class Turn {

    /** How long the database may keep to itself what an idle connection has done: ten seconds, and a little. */
    private static final Duration TOLD_LATE = Duration.ofSeconds(11);

    /** Connections that were closed while a side was frozen are noticed before anything is asked of it. */
    private static final Duration AWAKE = Duration.ofSeconds(2);

    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Duration CLOSE_LOOK = Duration.ofMillis(3);
    private static final Duration RESTING = Duration.ofSeconds(15);
    private static final Duration HURRY = Duration.ofSeconds(1);
    private static final Duration BETWEEN = Duration.ofMillis(300);

    private final Knobs knobs;
    private final Surroundings surroundings;
    private final Watcher server;
    private final Crowd crowd;

    /** When each side was frozen last, in nanoseconds. */
    private final Map<Side, Long> frozen = new HashMap<>();

    Turn(Knobs knobs, Surroundings surroundings, Watcher server, Crowd crowd) {
        this.knobs = knobs;
        this.surroundings = surroundings;
        this.server = server;
        this.crowd = crowd;
    }

    /** Lets a side get warm: as many cases as in a turn, and nothing is kept of it. The side is frozen afterwards. */
    void warm(Side side) {
        long before = side.arrived();
        crowd.file(side.filings(knobs.cases()));
        awaitArrivals(side, before + knobs.cases());
        awaitRest(side);
        alone(side);
        freeze(side);
    }

    /** What a frozen side uses while nobody asks anything of it, in each second: watches, looks for jobs. */
    AtRest rest(Side side) {
        Meter meter = meter(side);
        thaw(side);
        meter.begin();
        pause(RESTING);
        meter.end();
        freeze(side);
        awaitTold(side);
        Usage usage = meter.read();
        double seconds = RESTING.toMillis() / 1000.0;
        return new AtRest(
                usage.transactions() / (seconds + AWAKE.toSeconds()),
                usage.application().plus(usage.database()).toMillis() / seconds);
    }

    /** For each second of rest. */
    record AtRest(double transactions, double processorMillis) {}

    /** One turn of a frozen side, which is frozen again afterwards. */
    Slice play(Side side) {
        List<HttpRequest> filings = side.filings(knobs.cases());
        Meter meter = meter(side);
        long arrived = side.arrived();
        thaw(side);
        meter.begin();

        long began = System.nanoTime();
        double[] intake = crowd.file(filings);
        double accepted = secondsSince(began);
        awaitArrivals(side, arrived + knobs.cases());
        double followUps = secondsSince(began);
        awaitRest(side);
        double rested = secondsSince(began);

        meter.end();
        freeze(side);
        awaitTold(side);
        Usage usage = meter.read();
        thaw(side);
        double[] idle = alone(side);
        freeze(side);
        return new Slice(side.name(), knobs.cases(), rested, followUps, accepted, intake, idle, usage);
    }

    /** Lets the cases of a frozen side come to their end, and the side itself after them; answers whether all did. */
    boolean end(Side side) {
        thaw(side);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        long open = side.hurry();
        while (open > 0 && System.nanoTime() < deadline) {
            pause(HURRY);
            open = side.hurry();
        }
        awaitRest(side);
        side.process().close();
        return open == 0;
    }

    /** Files some cases one at a time; answers how many milliseconds each took to wait for its follow-up. */
    private double[] alone(Side side) {
        return side.filings(knobs.idle()).stream()
                .mapToDouble(filing -> {
                    pause(BETWEEN);
                    long before = side.arrived();
                    long began = System.nanoTime();
                    crowd.send(filing);
                    await(side, () -> side.arrived() > before, CLOSE_LOOK);
                    double millis = secondsSince(began) * 1000;
                    awaitRest(side);
                    return millis;
                })
                .toArray();
    }

    private Meter meter(Side side) {
        awaitTold(side);
        return new Meter(side, server, surroundings);
    }

    private void freeze(Side side) {
        side.process().freeze();
        frozen.put(side, System.nanoTime());
    }

    private void thaw(Side side) {
        side.process().thaw();
        pause(AWAKE);
    }

    /** Waits until the database has told all that a frozen side has done. */
    private void awaitTold(Side side) {
        pause(TOLD_LATE.minusNanos(System.nanoTime() - frozen.get(side)));
    }

    private void awaitArrivals(Side side, long arrivals) {
        await(side, () -> side.arrived() >= arrivals, LOOK);
    }

    private void awaitRest(Side side) {
        await(side, side::isAtRest, LOOK);
    }

    private void await(Side side, BooleanSupplier condition, Duration look) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new BenchFailure(
                        "The cases of %s did not come to rest within %s; %d wait for their follow-up, %d attempts failed"
                                .formatted(side.name(), PATIENCE, side.arrived(), side.failures()));
            }
            side.process().requireAlive();
            pause(look);
        }
    }

    private static double secondsSince(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private static void pause(Duration time) {
        long deadline = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = deadline - System.nanoTime()) {
            LockSupport.parkNanos(left);
            if (Thread.currentThread().isInterrupted()) {
                throw new BenchFailure("Interrupted");
            }
        }
    }
}
