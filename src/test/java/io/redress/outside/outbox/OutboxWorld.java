package io.redress.outside.outbox;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.engine.settings.TestDatabase;
import io.redress.time.clock.StoppedClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The outbox on a database of its own, with as many nodes as a test wants and a clock that it moves. */
final class OutboxWorld implements AutoCloseable {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-12-01T09:00:00Z"));
    private final HikariDataSource source;
    final JdbcClient jdbc;
    final TransactionTemplate transaction;
    final OutboxRows rows;
    final EventOutbox outbox;
    final Clock clock = new StoppedClock(now::get);

    /** What people were told. */
    final List<HeldUp> heldUp = new CopyOnWriteArrayList<>();

    OutboxWorld() {
        DriverManagerDataSource database = TestDatabase.migrated();
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.getUrl());
        config.setUsername(database.getUsername());
        config.setPassword(database.getPassword());
        config.setMaximumPoolSize(8);
        source = new HikariDataSource(config);
        jdbc = JdbcClient.create(source);
        transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        rows = new OutboxRows(jdbc);
        outbox = new EventOutbox(rows, clock);
    }

    /** A sender on a node of its own. */
    OutboxSender node(UUID node) {
        OutboxWatch watch = new OutboxWatch(rows, event -> heldUp.add((HeldUp) event), transaction, clock);
        return new OutboxSender(rows, watch, clock, node);
    }

    OutboxSender node() {
        return node(UUID.randomUUID());
    }

    static CaseNumber caseNumber(int number) {
        return CaseNumber.of(2026, number);
    }

    /** Writes an entry down in a transaction of its own. */
    UUID put(Destination destination, int caseNumber, String body) {
        OutboxEntry entry = new OutboxEntry(UUID.randomUUID(), caseNumber(caseNumber), "test.happened", body);
        transaction.executeWithoutResult(status -> outbox.put(destination.name(), entry));
        return entry.id();
    }

    void advance(Duration by) {
        now.updateAndGet(instant -> instant.plus(by));
    }

    /** Lets the lease of a node that was killed run out, as a minute would. */
    void leaseIsOver(UUID node) {
        jdbc.sql("update redress.outbox_entry set claimed_until = clock_timestamp() where claimed_by = :node")
                .param("node", node)
                .update();
    }

    long waiting(Destination destination) {
        return rows.waiting().stream()
                .filter(waiting -> waiting.destination().equals(destination.name()))
                .mapToLong(OutboxRows.Waiting::count)
                .sum();
    }

    @Override
    public void close() {
        source.close();
    }
}
