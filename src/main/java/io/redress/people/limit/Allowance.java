package io.redress.people.limit;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.LongUnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The number of requests that one caller may still make on this node. A token bucket of its own keeps the node's part
 * within the limit without asking anybody; the tokens in it were leased from the common store in portions. The first
 * portion is lent, so that somebody who comes once costs nothing.
 */
final class Allowance {

    private static final Logger LOG = LoggerFactory.getLogger(Allowance.class);

    private static final Duration SHORTEST_WAIT = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);
    private static final Duration WITHOUT_STORE = Duration.ofSeconds(5);

    private final Limit limit;
    private final LongUnaryOperator lease;
    private final LongSupplier nanos;
    private final Bucket here;

    private long left;
    private long lent;
    private long asksAgainAt;
    private boolean alone;

    /** @param lease takes at most this many tokens from the common store, and returns how many there were */
    Allowance(Limit limit, LongUnaryOperator lease, LongSupplier nanos) {
        this.limit = limit;
        this.lease = lease;
        this.nanos = nanos;
        this.here = Bucket.builder().addLimit(limit.bandwidth()).build();
        this.left = limit.portion();
        this.lent = limit.portion();
        this.asksAgainAt = nanos.getAsLong();
    }

    /** Takes one request. @return how long to wait before the next try; zero where it may go on */
    synchronized Duration take() {
        var local = here.estimateAbilityToConsume(1);
        if (!local.canBeConsumed()) {
            return Duration.ofNanos(local.getNanosToWaitForRefill());
        }
        long now = nanos.getAsLong();
        if (left == 0 && now >= asksAgainAt) {
            leasePortion(now);
        }
        if (left == 0 && !alone) {
            return Duration.ofNanos(asksAgainAt - now);
        }
        here.tryConsume(1);
        left = Math.max(0, left - 1);
        return Duration.ZERO;
    }

    /** Gives back the token of a request that turned out not to count. */
    synchronized void giveBack() {
        here.addTokens(1);
        left = Math.min(left + 1, limit.burst());
    }

    private void leasePortion(long now) {
        try {
            long wanted = limit.portion() + lent;
            long leased = lease.applyAsLong(wanted);
            left = Math.max(0, leased - lent);
            lent = Math.max(0, lent - leased);
            alone = false;
            asksAgainAt = now + (leased < wanted ? pause().toNanos() : 0);
        } catch (RuntimeException away) {
            LOG.debug("The common store of limits does not answer, this node keeps them alone", away);
            alone = true;
            asksAgainAt = now + WITHOUT_STORE.toNanos();
        }
    }

    /** Long enough for tokens to come in, so that an empty store is not asked again and again. */
    private Duration pause() {
        Duration portion = Duration.ofSeconds(limit.portion()).dividedBy(limit.perSecond());
        return portion.compareTo(LONGEST_WAIT) > 0
                ? LONGEST_WAIT
                : portion.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : portion;
    }
}
