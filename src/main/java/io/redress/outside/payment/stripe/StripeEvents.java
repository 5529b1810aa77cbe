package io.redress.outside.payment.stripe;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The events that were processed already. They are kept for longer than the 30 days for which Stripe lets anybody send
 * an event again.
 */
@Component
class StripeEvents {

    private static final Duration MEMORY = Duration.ofDays(40);

    private final JdbcClient jdbc;
    private final Clock clock;

    StripeEvents(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean isTaken(String id) {
        return jdbc.sql("select exists (select 1 from redress.stripe_event where id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** @return whether nobody took it before; whoever takes it at the same moment waits for the caller's transaction */
    boolean take(String id, String type) {
        Instant now = clock.instant();
        jdbc.sql("delete from redress.stripe_event where received_at < :before")
                .param("before", Timestamp.from(now.minus(MEMORY)))
                .update();
        return jdbc.sql("""
                                insert into redress.stripe_event (id, type, received_at)
                                values (:id, :type, :now) on conflict do nothing""")
                        .param("id", id)
                        .param("type", type)
                        .param("now", Timestamp.from(now))
                        .update()
                > 0;
    }
}
