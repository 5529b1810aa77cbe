package io.redress.people.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * The credentials that were right lately, by a digest that is worth nothing outside this node. They tell whose limit a
 * request counts against before anything is checked, so that nobody uses up another's by merely giving their name. They
 * give no access: the login is checked all the same.
 */
@Component
public class KnownLogins {

    private static final int MOST = 10_000;
    /**
     * As long as a working day, so that a client that was quiet at night is not taken for whoever else floods from its
     * address.
     */
    private static final Duration KEPT = Duration.ofHours(12);

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final Cache<ByteBuffer, String> logins =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(KEPT).build();
    private final SecretKeySpec key;

    KnownLogins() {
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        key = new SecretKeySpec(random, ALGORITHM);
    }

    /** Notes that these credentials, as they were sent, are this login's. */
    public void wereRight(String credentials, String login) {
        logins.put(digest(credentials), login);
    }

    /** Forgets credentials that are wrong, or wrong by now. */
    public void wereWrong(String credentials) {
        logins.invalidate(digest(credentials));
    }

    /** The login that these credentials belong to; empty where they were not right lately. */
    public Optional<String> of(String credentials) {
        return Optional.ofNullable(logins.getIfPresent(digest(credentials)));
    }

    private ByteBuffer digest(String credentials) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return ByteBuffer.wrap(mac.doFinal(credentials.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
