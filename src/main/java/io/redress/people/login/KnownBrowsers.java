package io.redress.people.login;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * The marks that a browser keeps after somebody has logged in on it, so that its owner's next try is not counted with
 * those of strangers. A mark gives no access by itself. It is a keyed hash by a secret that all nodes share, so none is
 * stored.
 */
@Component
public class KnownBrowsers {

    private final LoginProperties properties;
    private final Clock clock;
    private final Supplier<Digest> digest;

    KnownBrowsers(JdbcClient jdbc, LoginProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
        // Asked when first needed: the table is made after this bean.
        this.digest = SingletonSupplier.of(() -> new Digest(jdbc.sql("select secret from redress.login_secret")
                .query(String.class)
                .single()
                .getBytes(StandardCharsets.UTF_8)));
    }

    /** A new mark for a device on which this name has logged in. */
    public String mark(String name) {
        String id = UUID.randomUUID().toString();
        String end = String.valueOf(clock.instant().plus(validFor()).getEpochSecond());
        return id + "." + end + "." + digest.get().of(name, id, end);
    }

    /** How long a mark is good. */
    public Duration validFor() {
        return properties.rememberedFor();
    }

    /** The device with this mark; empty where the mark is another name's, has expired or was made up. */
    public Optional<String> find(String name, String mark) {
        String[] parts = mark.split("\\.", -1);
        if (parts.length != 3 || !parts[1].matches("[0-9]{1,12}")) {
            return Optional.empty();
        }
        boolean open = Instant.ofEpochSecond(Long.parseLong(parts[1])).isAfter(clock.instant());
        String hash = open ? digest.get().of(name, parts[0], parts[1]) : "";
        boolean ours = MessageDigest.isEqual(bytes(hash), bytes(parts[2]));
        return open && ours ? Optional.of(parts[0]) : Optional.empty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
