package io.redress.sandbox.http;

import java.util.Optional;

/**
 * Somebody who stands at the providers' doors: sees each request that was read and the answer it is about to get, and
 * may hold that answer back as long as it likes. What was asked for has happened by then, unless the fault prevented it.
 */
@FunctionalInterface
public interface Traffic {

    /** Nobody stands there. */
    Traffic UNWATCHED = (provider, request, reply, fault) -> {};

    /** @param fault what strikes this request, of those that let it be read */
    void answering(Provider provider, Request request, Reply reply, Optional<FaultKind> fault);

    /** Both, one after the other. */
    default Traffic and(Traffic other) {
        return (provider, request, reply, fault) -> {
            answering(provider, request, reply, fault);
            other.answering(provider, request, reply, fault);
        };
    }
}
