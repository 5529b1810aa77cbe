package io.redress.sandbox.http;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The answers that providers keep their callers waiting for until a test lets them go, and the number of requests that
 * each provider has read.
 */
public final class HeldAnswers implements Traffic {

    private final Map<Provider, String> held = new EnumMap<>(Provider.class);
    private final Map<Provider, Integer> waiting = new EnumMap<>(Provider.class);
    private final Map<Provider, Integer> most = new EnumMap<>(Provider.class);
    private final Map<Provider, Integer> seen = new EnumMap<>(Provider.class);

    /** From now on nobody gets an answer there. @param request method and the beginning of the path */
    public synchronized void hold(Provider provider, String request) {
        most.remove(provider);
        held.put(provider, request);
    }

    /** Whoever waits is answered, and whoever comes later at once. */
    public synchronized void release() {
        held.clear();
        notifyAll();
    }

    /** How many wait at this moment. */
    public synchronized int waiting(Provider provider) {
        return waiting.getOrDefault(provider, 0);
    }

    /** How many waited at most at one moment since answers were held. */
    public synchronized int mostWaiting(Provider provider) {
        return most.getOrDefault(provider, 0);
    }

    /** How many requests a provider has read since it was opened. */
    public synchronized int seen(Provider provider) {
        return seen.getOrDefault(provider, 0);
    }

    @Override
    public synchronized void answering(Provider provider, Request request, Reply reply, Optional<FaultKind> fault) {
        seen.merge(provider, 1, Integer::sum);
        if (isHeld(provider, request)) {
            int now = waiting.merge(provider, 1, Integer::sum);
            most.merge(provider, now, Math::max);
            waitFor(provider, request);
            waiting.merge(provider, -1, Integer::sum);
        }
    }

    private void waitFor(Provider provider, Request request) {
        try {
            while (isHeld(provider, request)) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isHeld(Provider provider, Request request) {
        String what = held.get(provider);
        return what != null && (request.method() + " " + request.path()).startsWith(what);
    }
}
