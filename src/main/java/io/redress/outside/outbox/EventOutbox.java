package io.redress.outside.outbox;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The outbox as those see it who have something to tell: it leaves once their transaction has committed, or never. */
@Component
public class EventOutbox {

    private final OutboxRows rows;
    private final Clock clock;

    EventOutbox(OutboxRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * Writes an entry down. Until the caller's transaction ends, nobody else can write one of the same case to the same
     * destination.
     *
     * @param destination by its {@linkplain Destination#name() name}
     * @throws org.springframework.dao.DuplicateKeyException where it was written down before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(String destination, OutboxEntry entry) {
        rows.insert(destination, entry, clock.instant());
    }
}
