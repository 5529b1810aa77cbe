package io.redress.sandbox;

import static org.awaitility.Awaitility.await;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes a race certain: what comes second has begun, and waits for a row of the first, when the first is committed. */
public class Overtaking {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Overtaking(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @return what the second one came to */
    public <T> T by(Runnable first, Callable<T> second) throws Exception {
        FutureTask<T> overtaken = new FutureTask<>(second);
        transaction.executeWithoutResult(status -> {
            first.run();
            int connection =
                    jdbc.sql("select pg_backend_pid()").query(Integer.class).single();
            new Thread(overtaken, "overtaken").start();
            await().until(() -> overtaken.isDone() || isWaitedFor(connection));
        });
        try {
            return overtaken.get();
        } catch (ExecutionException broken) {
            throw new AssertionError(broken.getCause());
        }
    }

    private boolean isWaitedFor(int connection) {
        return jdbc.sql("select exists (select 1 from pg_stat_activity where :connection = any(pg_blocking_pids(pid)))")
                .param("connection", connection)
                .query(Boolean.class)
                .single();
    }
}
