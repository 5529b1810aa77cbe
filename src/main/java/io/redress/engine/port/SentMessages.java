package io.redress.engine.port;

import java.util.Set;

/** The messages and signals that somebody sends to processes, by the names under which diagrams await them. */
public interface SentMessages {

    /** Their names, such as {@code redress.customerWrote}. */
    Set<String> messages();
}
