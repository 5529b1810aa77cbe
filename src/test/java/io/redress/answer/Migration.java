package io.redress.answer;

import java.time.Instant;
import java.util.List;

/** A move of open cases to another version of a diagram. */
public record Migration(
        String id,
        String status,
        String process,
        int to,
        Integer from,
        boolean dryRun,
        String reason,
        Instant createdAt,
        String createdBy,
        int done,
        int total,
        int stays,
        int moves,
        int cannot,
        List<MigratedCase> cases) {

    public record MigratedCase(String caseNumber, String verdict, List<String> why, List<TimerChange> timers) {}

    public record TimerChange(String element, Instant from, Instant to, String change) {}
}
