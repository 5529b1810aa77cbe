package io.redress.outside.wire;

import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedBulkheadMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;

/**
 * The outside systems that we call, each with a limit of its own, so that one that is slow or down takes neither all
 * threads of this node nor the attempts of the cases that need it.
 */
public final class Providers implements MeterBinder {

    /**
     * Beyond this a thread has something better to do. A provider that is well has a place free again in less, so that
     * nobody need come back later.
     */
    private static final Duration WAIT_FOR_PLACE = Duration.ofMillis(50);

    private final OutsideProperties properties;
    private final Clock clock;
    private final CircuitBreakerRegistry breakers;
    private final BulkheadRegistry places;
    private final Map<String, CallLimit> limits = new ConcurrentSkipListMap<>();

    /** @param clock for what people read; waits are measured in real time */
    Providers(OutsideProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
        this.breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindowType(SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(properties.window())
                .minimumNumberOfCalls(properties.minimumCalls())
                .failureRateThreshold(properties.failureRate())
                .slowCallDurationThreshold(properties.slowCall())
                .slowCallRateThreshold(properties.slowRate())
                .waitDurationInOpenState(properties.pause())
                .permittedNumberOfCallsInHalfOpenState(properties.probes())
                .build());
        this.places = BulkheadRegistry.of(BulkheadConfig.custom()
                .maxConcurrentCalls(properties.concurrentCalls())
                .maxWaitDuration(WAIT_FOR_PLACE)
                .build());
    }

    /**
     * The calls to a provider.
     *
     * @param name of the provider, as metrics and operators know it
     * @param refusal the adapter's own exception for a call that is not made, with the reason as its cause
     */
    public ProviderCalls calls(String name, Function<CallNotPermitted, ? extends RuntimeException> refusal) {
        CallLimit limit = limits.computeIfAbsent(
                name,
                provider -> new CallLimit(
                        provider, properties, breakers.circuitBreaker(provider), places.bulkhead(provider), clock));
        return new ProviderCalls(limit, refusal);
    }

    Collection<CallLimit> limits() {
        return limits.values();
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(meters);
        TaggedBulkheadMetrics.ofBulkheadRegistry(places).bindTo(meters);
    }
}
