package io.redress.engine.settings;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A lock that lets one node at a time prepare what all nodes share: groups, filters, shipped models. */
@Component
public class StartLock {

    /** Any number, as long as it stays the same in every release and differs from {@link SchemaLock}'s. */
    private static final long KEY = 7_240_002;

    private final JdbcTemplate database;
    private final TransactionTemplate transaction;

    /** @param engineTables asked for only so that the engine and its tables exist */
    StartLock(JdbcTemplate database, PlatformTransactionManager transactions, EngineTables engineTables) {
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Runs the preparation in one transaction; another node waits and then finds it done. */
    public void prepare(Runnable preparation) {
        transaction.executeWithoutResult(status -> {
            database.query("select pg_advisory_xact_lock(?)", row -> {}, KEY);
            preparation.run();
        });
    }
}
