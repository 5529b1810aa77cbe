package io.redress.remedy.goodwill;

import io.redress.core.database.Locks;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.joda.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The goodwill budget of a calendar month, by currency. It counts what was promised, given or not yet. */
@Component
class GoodwillBudget {

    private final JdbcClient jdbc;
    private final Locks locks;
    private final GoodwillProperties properties;
    private final Clock clock;

    GoodwillBudget(JdbcClient jdbc, Locks locks, GoodwillProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.locks = locks;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Whether the budget has this much left. Until the caller's transaction ends nobody else can spend it, on whatever
     * node.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean hasRoomFor(Money worth) {
        String currency = worth.getCurrencyUnit().getCode();
        locks.hold("goodwill budget " + currency);
        BigDecimal budget = properties.budget(currency).orElse(BigDecimal.ZERO);
        return spent(currency).add(worth.getAmount()).compareTo(budget) <= 0;
    }

    private BigDecimal spent(String currency) {
        return jdbc.sql("""
                        select coalesce(sum(amount + goods_value), 0) from redress.remedy
                         where kind = 'GOODWILL' and currency = :currency and created_at >= :since
                           and status not in ('SUPERSEDED', 'FAILED')""")
                .param("currency", currency)
                .param("since", Timestamp.from(monthBegan()))
                .query(BigDecimal.class)
                .single();
    }

    private Instant monthBegan() {
        return clock.instant()
                .atZone(properties.zone())
                .truncatedTo(ChronoUnit.DAYS)
                .withDayOfMonth(1)
                .toInstant();
    }
}
