package io.redress.people.limit;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The common store in PostgreSQL. */
@Component
class SharedLimits implements CommonStore {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int REMOVED_AT_ONCE = 1_000;

    private final PostgreSQLSelectForUpdateBasedProxyManager<String> buckets;

    SharedLimits(DataSource database) {
        buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table("redress.rate_limit")
                .requestTimeout(PATIENCE)
                .expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(KEPT))
                .build();
    }

    @Override
    public long lease(String caller, Limit limit, long most) {
        var configuration =
                BucketConfiguration.builder().addLimit(limit.bandwidth()).build();
        return buckets.getProxy(caller, () -> configuration).tryConsumeAsMuchAsPossible(most);
    }

    /** Deletes callers whose buckets are full again, as an unknown caller's is. */
    @Scheduled(fixedDelayString = "PT5M", initialDelayString = "PT5M")
    void forget() {
        while (buckets.removeExpired(REMOVED_AT_ONCE) == REMOVED_AT_ONCE) {}
    }
}
