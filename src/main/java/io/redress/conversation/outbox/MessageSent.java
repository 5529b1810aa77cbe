package io.redress.conversation.outbox;

import java.time.Instant;

/**
 * The event that a message has left to a customer, or was told. Published in the transaction that notes it.
 *
 * @param channel {@code email}, or how somebody told it: {@code phone}, {@code letter} or {@code counter}
 */
public record MessageSent(Message message, String channel, Instant at) {}
