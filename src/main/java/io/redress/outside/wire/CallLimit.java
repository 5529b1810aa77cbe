package io.redress.outside.wire;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.event.CircuitBreakerOnStateTransitionEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The limit of the calls that one provider gets from this node: a few at a time, and none while it does not answer.
 *
 * <p>Whether and for how long it is left alone is measured in real time, like every {@link Deadline}: a provider
 * recovers by the clock on the wall, whatever the application's clock is set to. Only {@link #downSince}, which people
 * read and compare with what happened to their cases, is in the application's time.
 */
final class CallLimit {

    private static final Logger LOG = LoggerFactory.getLogger(CallLimit.class);

    /** Of the latest call, in how long a call usually takes. */
    private static final int SHARE = 8;

    private final String provider;
    private final OutsideProperties properties;
    private final CircuitBreaker breaker;
    private final Bulkhead places;
    private final Clock clock;
    private final ReturnTimes returnTimes = new ReturnTimes(System::nanoTime);
    private final ThreadLocal<Held> held = new ThreadLocal<>();
    private final Set<Held> underWay = ConcurrentHashMap.newKeySet();
    private volatile Instant downSince;
    private volatile long leftAloneAt;
    private volatile long usualNanos;

    CallLimit(String provider, OutsideProperties properties, CircuitBreaker breaker, Bulkhead places, Clock clock) {
        this.provider = provider;
        this.properties = properties;
        this.breaker = breaker;
        this.places = places;
        this.clock = clock;
        breaker.getEventPublisher().onStateTransition(this::changed);
    }

    String provider() {
        return provider;
    }

    /** When it was found that the provider does not answer, {@code null} while it does. */
    Instant downSince() {
        return downSince;
    }

    /** @throws CallNotPermitted where the provider gets no call now; nothing is held then */
    Permit permit() {
        Held present = held.get();
        if (present == null) {
            askBreaker();
            takePlace();
            present = new Held();
            held.set(present);
            underWay.add(present);
        }
        present.depth++;
        return present;
    }

    private void askBreaker() {
        if (!breaker.tryAcquirePermission()) {
            throw notPermitted("it does not answer and is left alone for a while", stillAlone());
        }
    }

    private void takePlace() {
        long begun = System.nanoTime();
        while (!places.tryAcquirePermission()) {
            if (System.nanoTime() - begun >= PersonWaits.patience().toNanos()) {
                breaker.releasePermission();
                throw notPermitted("it has as many calls as it may have at a time", Duration.ZERO);
            }
        }
    }

    private CallNotPermitted notPermitted(String why, Duration notBefore) {
        Duration distance = Duration.ofNanos(callNanos() / properties.concurrentCalls());
        return new CallNotPermitted(
                "No call to " + provider + " now: " + why, returnTimes.next(notBefore, distance), isDownForLong());
    }

    /** How long a call takes: as usual, or longer where one that is under way has taken longer already. */
    private long callNanos() {
        long now = System.nanoTime();
        return underWay.stream().mapToLong(call -> now - call.since).reduce(usualNanos, Math::max);
    }

    private Duration stillAlone() {
        Duration alone = Duration.ofNanos(System.nanoTime() - leftAloneAt);
        return breaker.getState() == State.OPEN && alone.compareTo(properties.pause()) < 0
                ? properties.pause().minus(alone)
                : Duration.ZERO;
    }

    private boolean isDownForLong() {
        Instant since = downSince;
        return since != null && !clock.instant().isBefore(since.plus(properties.patience()));
    }

    /** Notes how a call ended that was made under a permit of this thread. */
    void note(long nanos, boolean failed) {
        usualNanos += (nanos - usualNanos) / SHARE;
        held.get().asked = false;
        if (failed) {
            breaker.onError(nanos, TimeUnit.NANOSECONDS, Failed.ONCE);
        } else {
            breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
        }
    }

    private void changed(CircuitBreakerOnStateTransitionEvent event) {
        State before = event.getStateTransition().getFromState();
        State now = event.getStateTransition().getToState();
        if (now == State.OPEN) {
            leftAloneAt = System.nanoTime();
        }
        if (now == State.OPEN && before == State.CLOSED) {
            downSince = clock.instant();
            CircuitBreaker.Metrics latest = breaker.getMetrics();
            LOG.warn(
                    "{} is left alone for {}: of its latest {} calls {} failed and {} were slow."
                            + " Cases that need it wait and lose no attempt; it is tried again by itself.",
                    provider,
                    properties.pause(),
                    latest.getNumberOfBufferedCalls(),
                    latest.getNumberOfFailedCalls(),
                    latest.getNumberOfSlowCalls());
        } else if (now == State.CLOSED && downSince != null) {
            LOG.info("{} answers again, which it had not done since {}", provider, downSince);
            downSince = null;
        }
    }

    /** The permit of a thread, however many of its methods ask for one. */
    private final class Held implements Permit {

        private final long since = System.nanoTime();
        private int depth;

        /** Whether the breaker has been asked and no call was made since. */
        private boolean asked = true;

        @Override
        public void renew() {
            if (!asked) {
                askBreaker();
                asked = true;
            }
        }

        @Override
        public void close() {
            depth--;
            if (depth == 0) {
                held.remove();
                underWay.remove(this);
                places.releasePermission();
                if (asked) {
                    breaker.releasePermission();
                }
            }
        }
    }

    /** What the breaker is told of a call that failed; it wants an exception, and asks nothing of it. */
    private static final class Failed extends Exception {

        private static final Failed ONCE = new Failed();

        private Failed() {
            super("failed", null, false, false);
        }
    }
}
