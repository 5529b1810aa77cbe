package io.redress.core.money;

/**
 * An amount in a request, by the text that was sent, as a JSON string or a JSON number; {@link SystemAmount} reads it.
 *
 * @param text never null
 */
public record AmountAsSent(String text) {}
