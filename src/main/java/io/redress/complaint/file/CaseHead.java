package io.redress.complaint.file;

import io.redress.complaint.timeline.CaseNumber;
import java.time.Instant;

/**
 * The few fields of a case file that are needed where very many cases are handled together, as after an outage.
 *
 * @param priority from 0 to 100, higher is more urgent
 * @param team the group whose members handle the case
 * @param servingTeam the team that serves the customer, never {@code leads}
 * @param owner {@code null} where nobody answers for it
 * @param imported whether another system had it before
 */
public record CaseHead(
        CaseNumber number,
        int round,
        int priority,
        String team,
        String servingTeam,
        String owner,
        boolean imported,
        Instant createdAt) {}
