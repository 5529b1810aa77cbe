package io.redress.drill;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.sandbox.Sandbox;
import io.redress.sandbox.stripe.Webhooks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * The payment provider's events on their way: each is delivered twice, to either node, in an order that nobody planned,
 * and again until it is taken.
 */
final class Events implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(500);

    /** What happens within so many pauses is mixed. */
    private static final int MIXED = 3;

    private final List<Node> nodes;
    private final Webhooks webhooks;
    private final Random random;
    private final Thread postman;
    private final List<JsonNode> bag = new ArrayList<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger happened = new AtomicInteger();
    private final AtomicInteger deliveries = new AtomicInteger();
    private volatile boolean open = true;

    Events(Stage stage, Random random) {
        this.nodes = stage.nodes();
        this.webhooks = stage.providers().stripeWebhooks();
        this.random = random;
        webhooks.travel(Webhooks.Manner.HELD);
        postman = new Thread(this::deliver, "drill-events");
        postman.setDaemon(true);
        postman.start();
    }

    /** How many were not taken yet. */
    int waiting() {
        return waiting.get();
    }

    @Override
    public void close() {
        open = false;
        postman.interrupt();
    }

    @Override
    public String toString() {
        return "%d (%d)".formatted(happened.get(), deliveries.get());
    }

    private void deliver() {
        for (int round = 1; open; round++) {
            collect();
            waiting.set(bag.size());
            if (round % MIXED == 0) {
                Collections.shuffle(bag, random);
                bag.removeIf(this::isTaken);
                waiting.set(bag.size());
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private void collect() {
        for (var event : webhooks.held()) {
            happened.incrementAndGet();
            bag.add(event);
            bag.add(event);
        }
    }

    private boolean isTaken(JsonNode event) {
        var node = nodes.get(random.nextInt(nodes.size()));
        if (!node.isReady()) {
            return false;
        }
        webhooks.deliverTo(node.url().resolve("/webhooks/stripe"), Sandbox.STRIPE_WEBHOOK_SECRET);
        deliveries.incrementAndGet();
        return webhooks.deliver(event) / 100 == 2;
    }
}
