package io.redress.verification.safety;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/**
 * The number of cases of certain danger that nobody has taken on, as a metric: {@code redress.cases.danger.unclaimed}.
 * It counts the whole database and is the same on every node.
 */
@Component
class DangerFigures implements MeterBinder {

    private final DangerRows rows;

    DangerFigures(DangerRows rows) {
        this.rows = rows;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("redress.cases.danger.unclaimed", rows, DangerRows::unclaimed)
                .description("Cases in which somebody is hurt or in danger, and that nobody has taken on")
                .register(meters);
    }
}
