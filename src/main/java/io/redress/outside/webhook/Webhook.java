package io.redress.outside.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A place where another system wants to hear of events.
 *
 * @param secret what they are signed with
 * @param previousSecret what signs them as well until {@code previousUntil}; {@code null} where nothing does
 */
public record Webhook(
        String name,
        URI url,
        Set<EventType> events,
        String secret,
        String previousSecret,
        Instant previousUntil,
        Instant createdAt,
        Instant changedAt,
        String changedBy) {

    private static final String PREFIX = "webhook:";

    /** How the names of all webhooks begin as destinations of the outbox. */
    static String prefix() {
        return PREFIX;
    }

    /** Its name as a destination of the outbox. */
    static String destination(String name) {
        return PREFIX + name;
    }

    /** The secrets that sign now, the present one first. */
    List<String> secrets(Instant now) {
        return previousSecret != null && previousUntil.isAfter(now) ? List.of(secret, previousSecret) : List.of(secret);
    }

    /** Without the secrets: this text may reach a log. */
    @Override
    public String toString() {
        return "Webhook[name=%s, url=%s, events=%s]".formatted(name, url, events);
    }
}
