package io.redress.outside.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.outside.outbox.Receiver.Reply;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How many entries leave in a second, {@code ./mvnw -Pbench -Dtest=OutboxBench verify}: to a receiver that takes its
 * time and to a quick one beside it, by one node and by two, and behind cases whose first entry is refused.
 */
@Tag("bench")
class OutboxBench {

    private static final int SLOW = Integer.getInteger("bench.slow", 200);
    private static final int QUICK = Integer.getInteger("bench.quick", 4_000);
    private static final int REFUSED = Integer.getInteger("bench.refused", 2_000);
    private static final int BEHIND_EACH = 4;
    private static final Duration TAKES = Duration.ofMillis(Integer.getInteger("bench.takes", 200));

    @Test
    void slowReceiverHoldsUpNoOther() throws Exception {
        for (int nodes : List.of(1, 2)) {
            try (OutboxWorld world = new OutboxWorld();
                    Receiver slow = new Receiver("slow");
                    Receiver quick = new Receiver("quick")) {
                slow.behaviour = call -> {
                    LockSupport.parkNanos(TAKES.toNanos());
                    return Reply.TAKEN;
                };
                fill(world, slow, SLOW, 2, 0);
                fill(world, quick, QUICK, 2, 0);
                List<OutboxSender> senders = new ArrayList<>();
                for (int node = 0; node < nodes; node++) {
                    senders.add(world.node());
                }
                ExecutorService threads = Executors.newCachedThreadPool();
                Future<Double> ofSlow = threads.submit(() -> perSecond(senders, slow, SLOW, threads));
                Future<Double> ofQuick = threads.submit(() -> perSecond(senders, quick, QUICK, threads));
                System.out.printf(
                        "%n  %d node(s): a receiver that takes %d ms gets %.1f a second, a quick one beside it %.0f%n",
                        nodes, TAKES.toMillis(), ofSlow.get(1, TimeUnit.HOURS), ofQuick.get(1, TimeUnit.HOURS));
                threads.shutdown();
                assertThat(world.waiting(slow) + world.waiting(quick)).isZero();
                assertThat(slow.atOnce()).isEmpty();
                assertThat(quick.atOnce()).isEmpty();
            }
        }
    }

    @Test
    void refusedEntriesHoldUpNoOtherCase() throws Exception {
        try (OutboxWorld world = new OutboxWorld();
                Receiver receiver = new Receiver("picky")) {
            fill(world, receiver, REFUSED * (1 + BEHIND_EACH), 1 + BEHIND_EACH, 0);
            receiver.behaviour = call -> Reply.of(422);
            ExecutorService threads = Executors.newCachedThreadPool();
            double refused = perSecond(List.of(world.node()), receiver, REFUSED, threads);
            receiver.behaviour = call -> Reply.TAKEN;
            fill(world, receiver, QUICK / 4, 2, REFUSED);
            double taken = perSecond(List.of(world.node()), receiver, QUICK / 4, threads);
            threads.shutdown();
            System.out.printf(
                    "%n  %d cases whose first of %d entries is refused: %.0f refused a second, then %.0f others a second%n",
                    REFUSED, 1 + BEHIND_EACH, refused, taken);
            assertThat(receiver.taken()).hasSize(QUICK / 4);
        }
    }

    /** Entries as they come: some for each case, one case after the other. */
    private static void fill(OutboxWorld world, Receiver receiver, int entries, int ofACase, int casesBefore) {
        world.transaction.executeWithoutResult(status -> world.jdbc
                .sql("""
                        insert into redress.outbox_entry (destination, id, case_number, type, body, created_at, next_attempt_at)
                        select :destination, gen_random_uuid(), 'C-2026-' || to_char(100000 + :before + n / :each, 'FM000000'),
                               'bench', repeat('x', 1500), :now, :now from generate_series(0, :entries - 1) n""")
                .param("destination", receiver.name())
                .param("before", casesBefore)
                .param("each", ofACase)
                .param("entries", entries)
                .param("now", Timestamp.from(world.clock.instant()))
                .update());
        world.jdbc.sql("vacuum analyze redress.outbox_entry").update();
    }

    private static double perSecond(List<OutboxSender> senders, Receiver receiver, int entries, ExecutorService threads)
            throws Exception {
        long begun = System.nanoTime();
        List<Future<?>> running = new ArrayList<>();
        senders.forEach(sender -> running.add(threads.submit(() -> sender.sendWhatIsDue(receiver))));
        for (Future<?> one : running) {
            one.get(1, TimeUnit.HOURS);
        }
        return entries * 1000.0 / Duration.ofNanos(System.nanoTime() - begun).toMillis();
    }
}
