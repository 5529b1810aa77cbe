package io.redress.outside.outbox;

import io.redress.outside.outbox.OutboxRows.Oldest;
import io.redress.outside.outbox.OutboxRows.Waiting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The watch over what does not leave, so that nothing is given up in silence: {@link HeldUp} says it to people. */
@Component
class OutboxWatch {

    /** From here on a destination that is down, or does not take an entry, is a matter for people. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    private static final Duration BETWEEN_NOTICES = Duration.ofDays(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(1);

    private final OutboxRows rows;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Map<String, Instant> looked = new ConcurrentHashMap<>();

    OutboxWatch(OutboxRows rows, ApplicationEventPublisher events, TransactionTemplate transaction, Clock clock) {
        this.rows = rows;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Looks for what waits for a destination, unless this was done less than a minute ago. */
    void look(Destination destination) {
        Instant now = clock.instant();
        Instant last = looked.getOrDefault(destination.name(), Instant.MIN);
        if (last.isBefore(now.minus(BETWEEN_LOOKS))) {
            looked.put(destination.name(), now);
            rows.waiting().stream()
                    .filter(waiting -> waiting.destination().equals(destination.name()))
                    .filter(waiting -> !waiting.oldest().isAfter(now.minus(PATIENCE)))
                    .forEach(waiting -> transaction.executeWithoutResult(status -> tell(destination, waiting, now)));
        }
    }

    private void tell(Destination destination, Waiting waiting, Instant now) {
        if (rows.tell(destination.name(), now, now.minus(BETWEEN_NOTICES))) {
            rows.oldest(destination.name())
                    .ifPresent(oldest -> events.publishEvent(heldUp(destination, waiting, oldest)));
        }
    }

    private static HeldUp heldUp(Destination destination, Waiting waiting, Oldest oldest) {
        return new HeldUp(
                destination.name(),
                destination.title(),
                waiting.count(),
                oldest.caseNumber(),
                oldest.since(),
                oldest.problem());
    }
}
