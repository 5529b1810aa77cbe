package io.redress.outside.webhook;

import io.redress.core.input.Problem;
import io.redress.core.input.RefusedInput;
import io.redress.outside.outbox.Deliveries;
import io.redress.outside.outbox.Delivery;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** All webhooks, as managers keep them. */
@Component
public class Webhooks {

    /** Each has a thread of its own where it is slow. */
    public static final int MOST = 20;

    private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    private final WebhookRows rows;
    private final KnownWebhooks known;
    private final WebhookAddresses addresses;
    private final WebhookProperties properties;
    private final Deliveries deliveries;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Webhooks(
            WebhookRows rows,
            KnownWebhooks known,
            WebhookProperties properties,
            Deliveries deliveries,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.known = known;
        this.addresses = new WebhookAddresses(properties);
        this.properties = properties;
        this.deliveries = deliveries;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A webhook after a change. @param secret {@code null} unless it is new, the only time at which it is told */
    public record Kept(Webhook webhook, boolean created, String secret) {

        /** Without the secret: this text may reach a log. */
        @Override
        public String toString() {
            return "Kept[webhook=%s, created=%s]".formatted(webhook, created);
        }
    }

    /** By name. */
    public List<Webhook> all() {
        return rows.all();
    }

    public Optional<Webhook> find(String name) {
        return rows.all().stream()
                .filter(webhook -> webhook.name().equals(name))
                .findFirst();
    }

    /**
     * Makes a webhook, or changes the one of this name. Where it gets another secret, the one before signs as well for a while.
     *
     * @throws RefusedInput where something about it cannot be accepted, field by field
     */
    public Kept put(String name, WebhookDraft draft, String by) {
        Set<EventType> events = check(name, draft);
        return changed(() -> {
            Optional<Webhook> before = find(name);
            if (before.isEmpty() && rows.all().size() >= MOST) {
                throw new RefusedInput("name", "There are %d webhooks, and no more are possible.".formatted(MOST));
            }
            String secret = draft.secret() != null
                    ? draft.secret()
                    : before.map(Webhook::secret).orElseGet(WebhookSecret::fresh);
            return keep(name, URI.create(draft.url().strip()), events, secret, before, by);
        });
    }

    /** Gives a webhook a secret that we make; the one before signs as well for a while. @return empty where there is none */
    public Optional<Kept> rotate(String name, String by) {
        return changed(() -> find(name)
                .map(before ->
                        keep(name, before.url(), before.events(), WebhookSecret.fresh(), Optional.of(before), by)));
    }

    private Kept keep(String name, URI url, Set<EventType> events, String secret, Optional<Webhook> before, String by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        boolean fresh = before.map(old -> !old.secret().equals(secret)).orElse(true);
        Webhook webhook = new Webhook(
                name,
                url,
                events,
                secret,
                before.map(old -> fresh ? old.secret() : old.previousSecret()).orElse(null),
                before.map(old -> fresh ? now.plus(properties.bothSecrets()) : old.previousUntil())
                        .orElse(null),
                before.map(Webhook::createdAt).orElse(now),
                now,
                by);
        rows.put(webhook);
        LOG.info("{} has {} the webhook {}", by, before.isPresent() ? "changed" : "made", name);
        return new Kept(webhook, before.isEmpty(), fresh ? secret : null);
    }

    /** Removes a webhook; what waits for it never leaves. @return whether there was one */
    public boolean remove(String name, String by) {
        return changed(() -> {
            boolean removed = rows.remove(name);
            if (removed) {
                deliveries.skipAll(Webhook.destination(name), by, "The webhook was removed");
                LOG.info("{} has removed the webhook {}", by, name);
            }
            return removed;
        });
    }

    private <T> T changed(Supplier<T> work) {
        T result = transaction.execute(status -> {
            rows.lock();
            return work.get();
        });
        known.readAnew();
        return result;
    }

    /** What has left to a webhook, or is to leave, newest first; {@code caseNumber} may be {@code null}. */
    public List<Delivery> deliveries(String name, String caseNumber, boolean waiting, int limit) {
        return deliveries.latest(Webhook.destination(name), caseNumber, waiting, limit);
    }

    /** Has an event sent to a webhook once more, or at once where it waits. @return whether there is such an event */
    public boolean replay(String name, UUID id, String by) {
        return find(name).isPresent() && deliveries.replay(Webhook.destination(name), id, by);
    }

    private Set<EventType> check(String name, WebhookDraft draft) {
        List<Problem> problems = new ArrayList<>();
        if (!NAME.matcher(name).matches()) {
            problems.add(new Problem(
                    "name", "Give small letters, digits and hyphens, at most 40, with a letter or digit first."));
        }
        if (draft.url() == null || draft.url().isBlank()) {
            problems.add(new Problem("url", "Say where events are sent."));
        } else {
            addresses.fault(draft.url().strip()).ifPresent(fault -> problems.add(new Problem("url", fault)));
        }
        if (draft.events() == null || draft.events().isEmpty()) {
            problems.add(new Problem("events", "Name at least one of: " + String.join(", ", EventType.words())));
        } else {
            for (int at = 0; at < draft.events().size(); at++) {
                String word = draft.events().get(at);
                if (word == null || EventType.of(word).isEmpty()) {
                    problems.add(new Problem(
                            "events[%d]".formatted(at),
                            "Is none of: %s.".formatted(String.join(", ", EventType.words()))));
                }
            }
        }
        if (draft.secret() != null && !WebhookSecret.isOne(draft.secret())) {
            problems.add(new Problem(
                    "secret", "Give whsec_ and 24 to 64 random bytes in base64, or nothing: then we make one."));
        }
        if (!problems.isEmpty()) {
            throw new RefusedInput(problems);
        }
        return draft.events().stream()
                .flatMap(word -> EventType.of(word).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
