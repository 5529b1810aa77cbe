package io.redress.conversation.outbox;

import java.time.Instant;

/**
 * A hold on the letters of a case.
 *
 * @param note what a person wrote about it, {@code null} for nothing
 * @param by a login, or {@code redress} where words were recognised
 */
public record LettersHold(HoldReason reason, String note, String by, Instant since) {}
