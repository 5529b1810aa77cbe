package io.redress.drill;

import io.redress.sandbox.http.FaultKind;
import io.redress.sandbox.http.Provider;
import io.redress.sandbox.http.Reply;
import io.redress.sandbox.http.Request;
import io.redress.sandbox.http.Traffic;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Counts at the providers' doors what was asked more than once, and what was done without its caller's hearing of it. */
final class Repeats implements Traffic {

    private static final Set<FaultKind> UNHEARD =
            EnumSet.of(FaultKind.ERROR_AFTER, FaultKind.LOST_ANSWER, FaultKind.SLOW, FaultKind.DRIP);

    private static final int NOTHING_THERE = 404;

    /** What is known of one key. */
    private static final class Seen {
        private int requests;
        private boolean unheard;
        private boolean againAfterUnheard;
    }

    private final Map<String, Seen> byKey = new ConcurrentHashMap<>();

    @Override
    public void answering(Provider provider, Request request, Reply reply, Optional<FaultKind> fault) {
        if (reply.status() == NOTHING_THERE) {
            // A node that starts tries what its key may do, on what does not exist.
            return;
        }
        Effect.of(provider, request).ifPresent(effect -> {
            var seen = seen(effect.key());
            synchronized (seen) {
                seen.requests++;
                seen.againAfterUnheard |= seen.unheard;
                seen.unheard |= fault.filter(UNHEARD::contains).isPresent();
            }
        });
    }

    /** The node that waited for this answer was struck before it came. */
    void answerLost(String key) {
        var seen = seen(key);
        synchronized (seen) {
            seen.unheard = true;
        }
    }

    /** Requests with a key that the provider had seen before. */
    int sentAgain() {
        return byKey.values().stream().mapToInt(seen -> seen.requests - 1).sum();
    }

    /** What was done without its caller's hearing of it. */
    long unheard() {
        return byKey.values().stream().filter(seen -> seen.unheard).count();
    }

    /** Of those, what the caller found by asking, for it never sent it again. */
    long foundByAsking() {
        return byKey.values().stream()
                .filter(seen -> seen.unheard && !seen.againAfterUnheard)
                .count();
    }

    private Seen seen(String key) {
        return byKey.computeIfAbsent(key, k -> new Seen());
    }
}
