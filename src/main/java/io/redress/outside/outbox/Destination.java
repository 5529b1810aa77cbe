package io.redress.outside.outbox;

import io.redress.outside.wire.ProviderCalls;
import java.io.IOException;

/** A system that entries leave to. It decides when its entries are looked for, and calls {@link OutboxSender} then. */
public interface Destination {

    /** Its name in the table, in metrics and in the health of the application, such as {@code books}. */
    String name();

    /** Its name in the middle of an English sentence, such as {@code the books}. */
    String title();

    /** The calls to it, within its limit; each entry is one of them. */
    ProviderCalls calls();

    /**
     * Sends an entry, with headers and a signature that are made now, and returns the answer. The call ends by a {@link
     * io.redress.outside.wire.Deadline}.
     *
     * @throws IOException where no complete answer came; the destination may have taken it or not
     */
    Answer send(OutboxEntry entry) throws IOException;
}
