package io.redress.drill;

import io.redress.answer.Answers;
import io.redress.answer.Registered;
import io.redress.sandbox.state.Json;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * The systems that file complaints. Each asks one node after the other with the same key until one answers, and some ask
 * again afterwards, as one does whose answer was lost.
 */
final class Clients implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final Duration PAUSE = Duration.ofMillis(800);
    private static final Duration ENDURANCE = Duration.ofMinutes(4);
    private static final String LOGIN =
            "Basic " + Base64.getEncoder().encodeToString("system:system".getBytes(StandardCharsets.UTF_8));

    private final HttpClient http = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newFixedThreadPool(3);
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();
    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
    private final List<Node> nodes;

    Clients(List<Node> nodes) {
        this.nodes = nodes;
    }

    /** Files it in the background. */
    void file(DrillCase filed, Random random) {
        int first = random.nextInt(nodes.size());
        boolean again = random.nextInt(4) == 0;
        for (int i = 0; i < filed.kind().complaints(); i++) {
            file(filed, i, first + i, again);
        }
    }

    private void file(DrillCase filed, int complaint, int first, boolean again) {
        waiting.incrementAndGet();
        threads.execute(() -> {
            try {
                send(filed, complaint, first);
                if (again) {
                    send(filed, complaint, first + 1);
                }
            } finally {
                waiting.decrementAndGet();
            }
        });
    }

    /** How many clients are without an answer. */
    int waiting() {
        return waiting.get();
    }

    /** How many requests it took. */
    int requests() {
        return requests.get();
    }

    /** What went wrong at the front door. */
    List<String> violations() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private void send(DrillCase filed, int complaint, int first) {
        var deadline = System.nanoTime() + ENDURANCE.toNanos();
        for (int attempt = first; System.nanoTime() < deadline; attempt++) {
            requests.incrementAndGet();
            try {
                var answer = post(filed, complaint, nodes.get(attempt % nodes.size()));
                if (isFinal(filed, answer)) {
                    return;
                }
            } catch (IOException unreachable) {
                // Dead, frozen or cut off: the next one may be better.
            } catch (InterruptedException e) {
                return;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        complaints.add("No node took the complaint %s within %s".formatted(filed.key(complaint), ENDURANCE));
    }

    private boolean isFinal(DrillCase filed, HttpResponse<byte[]> answer) {
        var status = answer.statusCode();
        if (status == 201 || status == 200) {
            filed.caseNumbers()
                    .add(Answers.read(Json.parse(answer.body()), Registered.class)
                            .caseNumber());
            return true;
        }
        // 409: the first request is still running, or its node died under it.
        if (status == 409 || status == 429 || status >= 500) {
            return false;
        }
        complaints.add("%s: a complaint was answered with %d".formatted(filed, status));
        return true;
    }

    private HttpResponse<byte[]> post(DrillCase filed, int complaint, Node node)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(node.url().resolve("/api/complaints"))
                .timeout(PATIENCE)
                .header("Authorization", LOGIN)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", filed.key(complaint))
                .POST(BodyPublishers.ofString(filed.body(complaint)))
                .build();
        return http.send(request, BodyHandlers.ofByteArray());
    }
}
