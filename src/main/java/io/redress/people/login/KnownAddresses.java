package io.redress.people.login;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The addresses from which each login has worked before, remembered for all nodes and asked for once a minute. */
@Component
class KnownAddresses {

    private static final int MOST_REMEMBERED = 10_000;
    private static final Duration ASKED_EVERY = Duration.ofMinutes(1);

    /** Noted again after so long, so that not every login is a write. */
    private static final Duration NOTED_EVERY = Duration.ofDays(1);

    private final AddressRows rows;
    private final LoginProperties properties;
    private final Clock clock;
    private final Cache<String, Map<String, Instant>> namesByAddress = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterWrite(ASKED_EVERY)
            .build();

    KnownAddresses(AddressRows rows, LoginProperties properties, Clock clock) {
        this.rows = rows;
        this.properties = properties;
        this.clock = clock;
    }

    boolean has(String name, String address) {
        return names(address).containsKey(name);
    }

    /** Remembers that the name has logged in from the address. */
    void add(String name, String address) {
        Instant now = clock.instant();
        Instant noted = names(address).get(name);
        if (noted == null || noted.plus(NOTED_EVERY).isBefore(now)) {
            rows.seen(name, address, now, oldest());
            names(address).put(name, now);
        }
    }

    private Map<String, Instant> names(String address) {
        return namesByAddress.get(address, asked -> new ConcurrentHashMap<>(rows.names(asked, oldest())));
    }

    private Instant oldest() {
        return clock.instant().minus(properties.rememberedFor());
    }
}
