package io.redress.complaint.search;

import io.redress.complaint.file.Claim;
import io.redress.complaint.file.Outcome;
import io.redress.complaint.file.Status;
import io.redress.complaint.timeline.CaseNumber;
import java.time.Instant;

/**
 * The facts of an earlier case that another case looks at.
 *
 * @param claim {@code null} where none was named
 * @param outcome {@code null} while it is not decided
 * @param owner {@code null} where nobody answers for it
 * @param orderNumber {@code null} where none is known
 */
public record CaseSummary(
        CaseNumber number,
        Claim claim,
        Status status,
        Outcome outcome,
        String owner,
        String orderNumber,
        Instant receivedAt) {}
