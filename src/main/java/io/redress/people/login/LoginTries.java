package io.redress.people.login;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import io.redress.people.limit.NetworkAddress;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * The limit on login attempts, which slows guessing down without closing a login to its owner. Wrong passwords are
 * counted by name, by address and by password; where a login has worked before, on that device or from that address,
 * they are counted apart from everybody else's, and the password that worked there last is accepted whatever was tried
 * since.
 *
 * <p>Wrong passwords are counted in the database, for all nodes; right ones cost no query of their own.
 */
@Component
public class LoginTries {

    private static final Logger LOG = LoggerFactory.getLogger(LoginTries.class);

    /** Names and addresses are hashed for their length, not to hide them: a login may be claimed with a megabyte. */
    private static final Digest SHARED = new Digest("redress.login".getBytes(StandardCharsets.UTF_8));

    private static final String PASSWORD = "password";

    private static final int MOST_BUCKETS = 50_000;
    private static final int MOST_OWNERS = 10_000;
    private static final Duration OWNER_REMEMBERED = Duration.ofHours(12);
    private static final Duration CLEARED_EVERY = Duration.ofMinutes(1);

    private final FailureRows failures;
    private final KnownAddresses addresses;
    private final LoginProperties properties;
    private final Clock clock;
    private final MeterRegistry meters;

    /** Of this node and this run only, so that nothing of a password is ever written down. */
    private final Digest digest = new Digest(new SecureRandom().generateSeed(32));

    private final Cache<String, TryBucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_BUCKETS)
            .expireAfterAccess(Duration.ofHours(1))
            .build();

    /** The password that worked last, hashed, by name and place. */
    private final Cache<String, String> worked = Caffeine.newBuilder()
            .maximumSize(MOST_OWNERS)
            .expireAfterWrite(OWNER_REMEMBERED)
            .build();

    private final AtomicReference<Instant> clearedAt = new AtomicReference<>(Instant.EPOCH);

    LoginTries(
            FailureRows failures,
            KnownAddresses addresses,
            LoginProperties properties,
            Clock clock,
            MeterRegistry meters) {
        this.failures = failures;
        this.addresses = addresses;
        this.properties = properties;
        this.clock = clock;
        this.meters = meters;
    }

    /**
     * Checks a password, unless too many wrong ones came before it.
     *
     * @param isRight checks the password
     * @return whether it is right
     * @throws TooManyTries where it was not checked; whether there is such a login makes no difference
     */
    public boolean check(LoginTry attempt, BooleanSupplier isRight) {
        String address = NetworkAddress.caller(attempt.address());
        String place = digest.of(attempt.name(), attempt.device().orElse(address));
        String password = digest.of(attempt.name(), attempt.password());
        if (password.equals(worked.getIfPresent(place))) {
            if (isRight.getAsBoolean()) {
                return true;
            }
            worked.invalidate(place);
        }
        List<TryBucket> taken = take(bucketsOf(attempt, address));
        boolean looked = false;
        boolean right = false;
        try {
            right = isRight.getAsBoolean();
            looked = true;
        } finally {
            if (right || !looked) {
                taken.forEach(TryBucket::giveBack);
            }
        }
        if (right) {
            worked.put(place, password);
            if (!address.isEmpty()) {
                addresses.add(attempt.name(), address);
            }
        } else {
            taken.forEach(this::failed);
        }
        return right;
    }

    private List<TryBucket> bucketsOf(LoginTry attempt, String address) {
        if (attempt.device().isPresent()) {
            return List.of(bucket(
                    "place",
                    properties.placeTries(),
                    attempt.name(),
                    attempt.device().get()));
        }
        if (addresses.has(attempt.name(), address)) {
            return List.of(bucket("place", properties.placeTries(), attempt.name(), address));
        }
        return List.of(
                bucket("address", properties.addressTries(), address),
                perAddress(attempt.name(), address),
                bucket("name", properties.nameTries(), attempt.name()),
                bucket(PASSWORD, properties.passwordTries(), attempt.password()));
    }

    /** One address alone fills no more than half of a name's bucket, so that it takes several to keep strangers out. */
    private TryBucket perAddress(String name, String address) {
        String key = "pair:" + SHARED.of(name, address);
        int half = Math.max(1, properties.nameTries() / 2);
        return buckets.get(
                key, made -> new TryBucket(made, half, properties.every().multipliedBy(2)));
    }

    private TryBucket bucket(String kind, int size, String... of) {
        // Passwords are told apart on this node only: a hash of one in the database could be guessed at from a copy.
        String key = kind + ":" + (kind.equals(PASSWORD) ? digest : SHARED).of(of);
        return buckets.get(key, made -> new TryBucket(made, size, properties.every()));
    }

    private List<TryBucket> take(List<TryBucket> wanted) {
        List<TryBucket> taken = new ArrayList<>();
        for (TryBucket bucket : wanted) {
            Optional<Duration> wait = bucket.take(clock);
            if (wait.isPresent()) {
                taken.forEach(TryBucket::giveBack);
                meters.counter("redress.login.refused", "by", bucket.key().split(":")[0])
                        .increment();
                throw new TooManyTries(wait.get());
            }
            taken.add(bucket);
        }
        return taken;
    }

    private void failed(TryBucket bucket) {
        Instant now = clock.instant();
        Instant drained = bucket.afterOneMore(now);
        try {
            if (!bucket.key().startsWith(PASSWORD)) {
                drained = failures.add(bucket, now);
                clear(now);
            }
        } catch (DataAccessException unreachable) {
            LOG.warn("A wrong password is counted on this node only: {}", unreachable.getMessage());
        } finally {
            bucket.failed(drained);
        }
    }

    private void clear(Instant now) {
        Instant last = clearedAt.get();
        if (last.plus(CLEARED_EVERY).isBefore(now) && clearedAt.compareAndSet(last, now)) {
            failures.clear(now);
        }
    }
}
