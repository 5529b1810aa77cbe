package io.redress.core.input;

/**
 * One thing wrong with what somebody sent.
 *
 * @param field the name of the offending field or variable as the sender knows it; never null
 * @param message one sentence in English that says what is expected; holds no personal data
 */
public record Problem(String field, String message) {}
