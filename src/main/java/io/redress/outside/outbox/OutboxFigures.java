package io.redress.outside.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.redress.core.database.FreshFigures;
import io.redress.outside.outbox.OutboxRows.Waiting;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/**
 * The number of events that have not left, for each destination, as metrics ({@code redress.outbox.waiting}, and for
 * how long the oldest has waited, {@code redress.outbox.oldest}) and in the health of the application, which stays up:
 * no other node would do better.
 *
 * <p>The figures are those of the whole database, the same on every node, and are read again after five seconds.
 */
@Component("leaving")
class OutboxFigures extends AbstractHealthIndicator implements MeterBinder {

    private final List<Destination> destinations;
    private final Clock clock;
    private final FreshFigures<Map<String, Waiting>> figures;

    OutboxFigures(OutboxRows rows, List<Destination> destinations, Clock clock) {
        super("The events that have not left cannot be counted");
        this.destinations = destinations;
        this.clock = clock;
        this.figures = new FreshFigures<>(
                () -> rows.waiting().stream().collect(Collectors.toMap(Waiting::destination, Function.identity())));
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        for (Destination destination : destinations) {
            String name = destination.name();
            Gauge.builder("redress.outbox.waiting", this, figures -> figures.of(name)
                            .map(Waiting::count)
                            .orElse(0L))
                    .description("Events that have not left to a destination")
                    .tag("destination", name)
                    .register(meters);
            TimeGauge.builder("redress.outbox.oldest", this, TimeUnit.MILLISECONDS, figures -> figures.of(name)
                            .map(waiting -> figures.age(waiting).toMillis())
                            .orElse(0L))
                    .description("For how long the oldest of them has waited")
                    .tag("destination", name)
                    .register(meters);
        }
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up();
        for (Destination destination : destinations) {
            health.withDetail(
                    destination.name(),
                    of(destination.name())
                            .map(waiting -> "%d wait, the oldest since %s".formatted(waiting.count(), waiting.oldest()))
                            .orElse("nothing waits"));
        }
    }

    private Duration age(Waiting waiting) {
        return Duration.between(waiting.oldest(), clock.instant());
    }

    private Optional<Waiting> of(String destination) {
        return Optional.ofNullable(figures.now().get(destination));
    }
}
