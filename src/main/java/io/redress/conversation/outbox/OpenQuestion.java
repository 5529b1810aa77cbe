package io.redress.conversation.outbox;

import java.time.Instant;

/**
 * A question that waits for the customer's answer.
 *
 * @param words as the handler asked it
 * @param confidential whether it may tell of an order
 * @param askedAt when it reached the customer
 */
public record OpenQuestion(String words, boolean confidential, Instant askedAt) {}
