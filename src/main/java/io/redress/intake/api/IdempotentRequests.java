package io.redress.intake.api;

import io.redress.core.database.Attempts;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The requests that have been answered, by key: a repeated request gets the answer of the first, as the IETF draft
 * <i>The Idempotency-Key HTTP Header Field</i> describes it. Keys belong to the client that sent them.
 */
@Component
public class IdempotentRequests {

    private static final Duration ABANDONED_AFTER = Duration.ofSeconds(60);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final TransactionTemplate ownTransaction;
    private final Clock clock;

    IdempotentRequests(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** An answer that can be given again to the letter. */
    public record Answer(int status, String location, String body) {}

    /** The key was used for something else. */
    public static class KeyReused extends RuntimeException {

        KeyReused() {
            super("This Idempotency-Key was used for another request; take a new one.");
        }
    }

    /** The first request with this key is still being worked on. */
    public static class StillRunning extends RuntimeException {

        StillRunning() {
            super("The first request with this Idempotency-Key is still running; ask again in a moment.");
        }
    }

    private record Known(String fingerprint, Instant startedAt, Integer status, String location, String body) {}

    /**
     * Does the work once per client and key, and stores its answer in the same transaction.
     *
     * @param key {@code null} where the client sent none; then the work is simply done
     * @param fingerprint of what was asked; the same key with another one is refused
     */
    public Answer once(String client, String key, String fingerprint, Supplier<Answer> work) {
        if (key == null) {
            return Attempts.of(() -> transaction.execute(status -> work.get()));
        }
        Optional<Answer> earlier = ownTransaction.execute(status -> claim(client, key, fingerprint));
        if (earlier.isPresent()) {
            return earlier.get();
        }
        try {
            return Attempts.of(() -> transaction.execute(status -> {
                Answer answer = work.get();
                keep(client, key, answer);
                return answer;
            }));
        } catch (RuntimeException failed) {
            ownTransaction.executeWithoutResult(status -> forget(client, key));
            throw failed;
        }
    }

    private Optional<Answer> claim(String client, String key, String fingerprint) {
        Instant now = clock.instant();
        if (insert(client, key, fingerprint, now)) {
            return Optional.empty();
        }
        Known known = find(client, key);
        if (!known.fingerprint().equals(fingerprint)) {
            throw new KeyReused();
        }
        if (known.status() != null) {
            return Optional.of(new Answer(known.status(), known.location(), known.body()));
        }
        if (known.startedAt().plus(ABANDONED_AFTER).isAfter(now)) {
            throw new StillRunning();
        }
        takeOver(client, key, now);
        return Optional.empty();
    }

    private boolean insert(String client, String key, String fingerprint, Instant now) {
        return jdbc.sql("""
                                insert into redress.idempotent_request (client, key, fingerprint, started_at)
                                values (:client, :key, :fingerprint, :now) on conflict do nothing""")
                        .param("client", client)
                        .param("key", key)
                        .param("fingerprint", fingerprint)
                        .param("now", Timestamp.from(now))
                        .update()
                > 0;
    }

    private Known find(String client, String key) {
        return jdbc.sql("""
                        select fingerprint, started_at, status, location, body from redress.idempotent_request
                         where client = :client and key = :key for update""")
                .param("client", client)
                .param("key", key)
                .query((row, index) -> new Known(
                        row.getString("fingerprint"),
                        row.getTimestamp("started_at").toInstant(),
                        (Integer) row.getObject("status"),
                        row.getString("location"),
                        row.getString("body")))
                .single();
    }

    private void takeOver(String client, String key, Instant now) {
        jdbc.sql("update redress.idempotent_request set started_at = :now where client = :client and key = :key")
                .param("now", Timestamp.from(now))
                .param("client", client)
                .param("key", key)
                .update();
    }

    private void keep(String client, String key, Answer answer) {
        jdbc.sql("""
                        update redress.idempotent_request set status = :status, location = :location, body = :body
                         where client = :client and key = :key""")
                .param("status", answer.status())
                .param("location", answer.location())
                .param("body", answer.body())
                .param("client", client)
                .param("key", key)
                .update();
    }

    private void forget(String client, String key) {
        jdbc.sql("delete from redress.idempotent_request where client = :client and key = :key and status is null")
                .param("client", client)
                .param("key", key)
                .update();
    }
}
