package io.redress.answer;

import java.time.Instant;
import java.util.List;

/** What staff corrected of a case's customer, newest first. */
public record CorrectedFields(List<CorrectedField> items, int page, int size, long totalItems) {

    public record CorrectedField(Instant at, String person, String reason, String field, String was, String became) {}
}
