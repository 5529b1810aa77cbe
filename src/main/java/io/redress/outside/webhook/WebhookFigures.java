package io.redress.outside.webhook;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.redress.core.database.FreshFigures;
import io.redress.outside.outbox.Deliveries;
import io.redress.outside.outbox.Deliveries.Backlog;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * The number of events that have not left to webhooks, all together, as metrics ({@code redress.webhooks.waiting}, and for how
 * long the oldest has waited, {@code redress.webhooks.oldest}). They are those of the whole database, and are read again after
 * five seconds.
 */
@Component
class WebhookFigures implements MeterBinder {

    private final Clock clock;
    private final FreshFigures<Backlog> figures;

    WebhookFigures(Deliveries deliveries, Clock clock) {
        this.clock = clock;
        this.figures = new FreshFigures<>(() -> deliveries.backlog(Webhook.prefix()));
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("redress.webhooks.waiting", this, hooks -> hooks.figures
                        .now()
                        .count())
                .description("Events that have not left to webhooks")
                .register(meters);
        TimeGauge.builder("redress.webhooks.oldest", this, TimeUnit.MILLISECONDS, hooks -> hooks.age()
                        .toMillis())
                .description("How long the oldest of them has waited")
                .register(meters);
    }

    private Duration age() {
        Backlog backlog = figures.now();
        return backlog.oldest() == null ? Duration.ZERO : Duration.between(backlog.oldest(), clock.instant());
    }
}
