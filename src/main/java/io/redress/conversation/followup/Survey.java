package io.redress.conversation.followup;

import java.time.Instant;

/**
 * A customer's answer to our question whether all is well.
 *
 * @param score how likely they are to recommend us, from 0 to 10; {@code null} where not given
 * @param comment {@code null} where not given
 */
public record Survey(
        String caseNumber, int round, boolean resolved, Integer score, String comment, Instant answeredAt) {}
