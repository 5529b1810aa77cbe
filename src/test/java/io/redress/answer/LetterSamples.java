package io.redress.answer;

import java.time.Instant;
import java.util.List;

/** Letters that were drawn to be scored. */
public record LetterSamples(List<LetterSample> items) {

    public record LetterSample(
            String id,
            String caseNumber,
            String handler,
            String kind,
            String locale,
            String subject,
            String text,
            Instant sentAt,
            String drawnBy,
            Instant drawnAt,
            Integer score,
            String comment,
            String scoredBy,
            Instant scoredAt) {}
}
