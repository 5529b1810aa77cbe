package io.redress.sandbox.http;

import java.util.function.UnaryOperator;

/** What a provider does with a request, free of sockets. */
public interface Service {

    /**
     * Answers a request.
     *
     * @param afterEffect what a fault makes of the answer once the effect stands; the service applies it before it
     *     remembers the answer under an idempotency key, as the real ones remember their own failures
     */
    Reply answer(Request request, UnaryOperator<Reply> afterEffect);

    /** An error in the provider's own words. */
    Reply failure(int status, String message);
}
