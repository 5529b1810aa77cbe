package io.redress.outside.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.outside.outbox.Receiver.Call;
import io.redress.outside.outbox.Receiver.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Two nodes that send at the same time, one of which is killed now and then, before a receiver that answers whatever it
 * likes: no entry is under way twice at once, none of a case overtakes another, and all arrive.
 */
class OutboxRaceTest {

    private static final int CASES = 5;
    private static final int MOST_OF_A_CASE = 6;
    private static final int MOST_TURNS = 200;

    private static OutboxWorld world;

    @BeforeAll
    static void open() {
        world = new OutboxWorld();
    }

    @AfterAll
    static void close() {
        world.close();
    }

    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    @Test
    void someRacesKeepTheOrder() throws Exception {
        for (int seed = 1; seed <= 4; seed++) {
            race(seed);
        }
    }

    @Test
    @Tag("deep")
    void manyRacesKeepTheOrder() throws Exception {
        for (int seed = 1_000; seed < 1_300; seed++) {
            race(seed);
        }
    }

    private void race(int seed) throws Exception {
        Random random = new Random(seed);
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try (Receiver receiver = new Receiver("race-" + seed)) {
            Random answers = new Random(random.nextLong());
            Semaphore meeting = new Semaphore(0);
            receiver.behaviour = call -> {
                meet(meeting);
                return reply(answers);
            };
            Random fates = new Random(random.nextLong());
            receiver.afterAnswer = () -> {
                if (chance(fates, 12)) {
                    throw new Killed();
                }
            };
            Map<Integer, List<String>> written = entries(random);
            Future<?> writer = threads.submit(() -> write(receiver, written, random.nextLong()));
            int turns = 0;
            while (!writer.isDone() || world.waiting(receiver) > 0) {
                // How many turns fit beside the writer is a matter of the machine.
                turns = writer.isDone() ? turns + 1 : 0;
                assertThat(turns).as("turns of seed %d", seed).isLessThan(MOST_TURNS);
                turn(threads, receiver);
                world.advance(Duration.ofMinutes(random.nextInt(90)));
            }
            writer.get(30, TimeUnit.SECONDS);
            check(seed, receiver, written);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Both nodes at the same time, each until nothing is due or it is killed; then its lease runs out. */
    private static void turn(ExecutorService threads, Receiver receiver) throws Exception {
        List<UUID> nodes = List.of(UUID.randomUUID(), UUID.randomUUID());
        List<Callable<Void>> turns = new ArrayList<>();
        for (UUID node : nodes) {
            turns.add(() -> {
                world.node(node).sendWhatIsDue(receiver);
                return null;
            });
        }
        List<Future<Void>> running = new ArrayList<>();
        turns.forEach(one -> running.add(threads.submit(one)));
        for (int i = 0; i < nodes.size(); i++) {
            try {
                running.get(i).get(60, TimeUnit.SECONDS);
            } catch (ExecutionException ended) {
                assertThat(ended.getCause()).isInstanceOf(Killed.class);
                world.leaseIsOver(nodes.get(i));
            }
        }
    }

    private static Map<Integer, List<String>> entries(Random random) {
        Map<Integer, List<String>> entries = new TreeMap<>();
        for (int number = 1; number <= CASES; number++) {
            int of = number;
            entries.put(
                    number,
                    IntStream.rangeClosed(1, 1 + random.nextInt(MOST_OF_A_CASE))
                            .mapToObj(entry -> of + "/" + entry)
                            .toList());
        }
        return entries;
    }

    /** Writes all entries down, each case's in their order, while others are being sent. */
    private static void write(Receiver receiver, Map<Integer, List<String>> entries, long seed) {
        List<Integer> order = new ArrayList<>();
        entries.forEach((number, of) -> of.forEach(entry -> order.add(number)));
        Collections.shuffle(order, new Random(seed));
        Map<Integer, Integer> next = new TreeMap<>();
        for (int number : order) {
            int entry = next.merge(number, 1, Integer::sum);
            world.put(receiver, number, entries.get(number).get(entry - 1));
        }
    }

    private static void check(int seed, Receiver receiver, Map<Integer, List<String>> written) {
        assertThat(receiver.atOnce()).as("at once, seed %d", seed).isEmpty();
        Set<String> taken = new HashSet<>();
        for (Call call : receiver.told()) {
            int place = Integer.parseInt(call.body().split("/")[1]);
            String before = call.body().split("/")[0] + "/" + (place - 1);
            assertThat(place == 1 || taken.contains(before))
                    .as("%s was sent after %s was taken, seed %d", call.body(), before, seed)
                    .isTrue();
            if (call.reply().status() == 200) {
                taken.add(call.body());
            }
        }
        assertThat(taken)
                .as("taken, seed %d", seed)
                .containsExactlyInAnyOrderElementsOf(
                        written.values().stream().flatMap(List::stream).toList());
    }

    private static synchronized Reply reply(Random random) {
        return switch (random.nextInt(10)) {
            case 0 -> Reply.of(500);
            case 1 -> Reply.of(400);
            case 2 -> Reply.of(0);
            case 3 -> new Reply(429, String.valueOf(random.nextInt(3_600)));
            default -> Reply.TAKEN;
        };
    }

    private static boolean chance(Random random, int oneIn) {
        synchronized (random) {
            return random.nextInt(oneIn) == 0;
        }
    }

    /** Waits for another call a moment, so that what may be under way at once is. */
    private static void meet(Semaphore meeting) {
        meeting.release();
        try {
            if (meeting.tryAcquire(2, 3, TimeUnit.MILLISECONDS)) {
                meeting.release(1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
