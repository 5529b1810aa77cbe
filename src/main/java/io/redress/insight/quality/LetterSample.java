package io.redress.insight.quality;

import io.redress.conversation.correspondence.SentLetter;
import java.time.Instant;
import java.util.UUID;

/**
 * A letter that a lead drew.
 *
 * @param drawnBy the login of the lead who drew it
 * @param score from 1 (write it quite differently) to 5 (like this), {@code null} until somebody has looked at it
 * @param comment what that lead says about it, {@code null} where nothing
 * @param scoredBy the login of that lead; never who signed the letter
 */
public record LetterSample(
        UUID id,
        SentLetter letter,
        String drawnBy,
        Instant drawnAt,
        Integer score,
        String comment,
        String scoredBy,
        Instant scoredAt) {

    public boolean isScored() {
        return score != null;
    }
}
