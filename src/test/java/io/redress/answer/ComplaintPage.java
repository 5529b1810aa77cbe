package io.redress.answer;

import java.time.Instant;
import java.util.List;

/** A page of the list of cases. */
public record ComplaintPage(List<ComplaintSummary> items, int page, int size, long totalItems) {

    public record ComplaintSummary(
            String caseNumber,
            String status,
            String claim,
            String channel,
            String outcome,
            Instant receivedAt,
            String orderNumber,
            String danger) {}
}
