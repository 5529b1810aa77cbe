package io.redress.sandbox.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.sandbox.http.Reply;
import io.redress.sandbox.http.Request;
import io.redress.sandbox.state.Json;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Stripe's {@code Idempotency-Key}: the first answer is given again to the same request, a 500 as faithfully as a 200;
 * other parameters are refused; two at once conflict. A key is forgotten a day after its first use.
 */
final class IdempotencyKeys {

    private static final Duration MEMORY = Duration.ofHours(24);

    private final StripeBooks books;
    private final Set<String> running = new HashSet<>();

    IdempotencyKeys(StripeBooks books) {
        this.books = books;
    }

    /** Answers from memory, or executes and remembers. Only writes by POST have keys. */
    Reply once(Request request, Supplier<Reply> execution) {
        var key = request.header("Idempotency-Key").filter(k -> request.method().equals("POST"));
        return key.isEmpty() ? execution.get() : once(key.get(), fingerprint(request), execution);
    }

    private Reply once(String key, String fingerprint, Supplier<Reply> execution) {
        synchronized (running) {
            var known = remembered(key);
            if (known.isPresent()) {
                return replay(key, fingerprint, known.get());
            }
            if (!running.add(key)) {
                throw StripeError.keyInUse(key);
            }
        }
        try {
            var reply = execution.get();
            remember(key, fingerprint, reply);
            return reply.with("Idempotency-Key", key);
        } finally {
            synchronized (running) {
                running.remove(key);
            }
        }
    }

    private Optional<ObjectNode> remembered(String key) {
        var oldest = books.now() - MEMORY.toSeconds();
        return books.records()
                .find("idempotency", key)
                .filter(entry -> entry.path("at").asLong() > oldest);
    }

    private Reply replay(String key, String fingerprint, ObjectNode entry) {
        if (!entry.path("fingerprint").asText().equals(fingerprint)) {
            throw StripeError.keyReused(key);
        }
        return Reply.of(entry.path("status").asInt(), entry.path("body"))
                .with("Idempotency-Key", key)
                .with("Idempotent-Replayed", "true");
    }

    private void remember(String key, String fingerprint, Reply reply) {
        var entry = Json.object(
                "fingerprint", fingerprint, "status", reply.status(), "body", reply.body(), "at", books.now());
        books.records().put("idempotency", key, entry);
    }

    private static String fingerprint(Request request) {
        return request.path() + "?" + new TreeMap<>(request.form());
    }
}
