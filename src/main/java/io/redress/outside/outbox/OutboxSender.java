package io.redress.outside.outbox;

import io.redress.outside.outbox.OutboxRows.Claimed;
import io.redress.outside.wire.CallNotPermitted;
import io.redress.outside.wire.Deadline;
import io.redress.outside.wire.ProviderFailure;
import io.redress.outside.wire.RetryAfter;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The sender of entries. Each is claimed by one node, sent without a transaction, and noted as done once the destination
 * has answered with a 2xx; whatever else comes of it, it is tried again, without end. A node that is killed keeps its
 * claim until the lease is over; then another sends the same entry once more, with the same id.
 */
@Component
public class OutboxSender {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxSender.class);
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration LONGEST_CALL = Duration.ofSeconds(45);

    private final OutboxRows rows;
    private final OutboxWatch watch;
    private final Clock clock;
    private final UUID node;

    @Autowired
    OutboxSender(OutboxRows rows, OutboxWatch watch, Clock clock) {
        this(rows, watch, clock, UUID.randomUUID());
    }

    /** @param node by which its claims are known */
    OutboxSender(OutboxRows rows, OutboxWatch watch, Clock clock, UUID node) {
        this.rows = rows;
        this.watch = watch;
        this.clock = clock;
        this.node = node;
    }

    /**
     * Sends everything that is due to a destination, one entry after the other. What it does not take is put off and holds
     * up nothing but later entries of its case. While the destination is left alone, nothing is put off.
     */
    public void sendWhatIsDue(Destination destination) {
        try {
            while (sendNext(destination)) {
                watch.look(destination);
            }
        } catch (CallNotPermitted leftAlone) {
            LOG.debug("What is due to {} waits: {}", destination.title(), leftAlone.getMessage());
        }
        watch.look(destination);
    }

    private boolean sendNext(Destination destination) {
        // Counted from before the claim, so that a call never outlives it, even on a node that stood still.
        return destination
                .calls()
                .permit()
                .during(() -> Deadline.limiting(LONGEST_CALL, () -> {
                    Optional<Claimed> claimed = rows.claim(destination.name(), node, clock.instant(), LEASE);
                    claimed.ifPresent(entry -> send(destination, entry));
                    return claimed.isPresent();
                }));
    }

    private void send(Destination destination, Claimed claimed) {
        Answer answer;
        try {
            answer = destination
                    .calls()
                    .make(
                            () -> destination.send(claimed.entry()),
                            response -> ProviderFailure.isStatus(response.status()),
                            ProviderFailure::isSilence);
        } catch (IOException noAnswer) {
            putOff(destination, claimed, null, "No answer: " + noAnswer.getMessage());
            return;
        } catch (RuntimeException unforeseen) {
            // One entry that cannot be sent must not hold up those of other cases.
            LOG.error("Event {} for {} cannot be sent", claimed.entry().id(), destination.title(), unforeseen);
            putOff(destination, claimed, null, "Not sent: " + unforeseen);
            return;
        }
        if (answer.status() / 100 == 2) {
            rows.done(claimed, answer.status(), clock.instant());
        } else {
            RetryAfter.of(answer.headers()).ifPresent(askedFor -> rest(destination, askedFor));
            putOff(destination, claimed, answer.status(), "The answer was " + answer.status());
        }
    }

    private void rest(Destination destination, Duration askedFor) {
        rows.rest(destination.name(), clock.instant().plus(RetryPause.askedFor(askedFor)));
    }

    /** @param status of the answer, {@code null} where none came */
    private void putOff(Destination destination, Claimed claimed, Integer status, String problem) {
        LOG.warn("Event {} for {} is put off: {}", claimed.entry().id(), destination.title(), problem);
        Duration pause =
                RetryPause.after(claimed.failed(), ThreadLocalRandom.current().nextDouble());
        rows.putOff(claimed, status, problem, clock.instant().plus(pause));
    }
}
