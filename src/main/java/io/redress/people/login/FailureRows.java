package io.redress.people.login;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The wrong passwords, counted for all nodes together, as rows. */
@Component
class FailureRows {

    private final JdbcClient jdbc;

    FailureRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts one more. @return when the bucket will be empty */
    Instant add(TryBucket bucket, Instant now) {
        return jdbc.sql("""
                        insert into redress.login_failure as failure (key, drained_at)
                        values (:key, cast(:now as timestamptz) + cast(:every as interval))
                        on conflict (key) do update
                        set drained_at = least(
                            greatest(failure.drained_at, cast(:now as timestamptz)) + cast(:every as interval),
                            cast(:now as timestamptz) + cast(:longest as interval))
                        returning drained_at""")
                .param("key", bucket.key())
                .param("now", Timestamp.from(now))
                .param("every", bucket.every().toString())
                .param("longest", bucket.drainsIn().toString())
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    /** Forgets buckets that are empty. */
    void clear(Instant now) {
        jdbc.sql("delete from redress.login_failure where drained_at < :now")
                .param("now", Timestamp.from(now))
                .update();
    }
}
