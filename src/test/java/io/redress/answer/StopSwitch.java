package io.redress.answer;

import java.time.Instant;
import java.util.List;

/** The stop switch with the day's totals, what waits for it, and who turned it. */
public record StopSwitch(
        boolean held,
        String mode,
        String reason,
        String changedBy,
        Instant changedAt,
        List<DailyTotal> totals,
        Waiting waiting,
        List<StopSwitchChange> history) {

    public record DailyTotal(String currency, String sent, String limit, boolean reached) {}

    public record Waiting(int number, List<WaitingSum> sums, List<WaitingRemedy> cases) {}

    public record WaitingSum(String kind, String currency, int number, String amount) {}

    public record WaitingRemedy(
            String caseNumber, String kind, String currency, String amount, Instant since, String decidedBy) {}

    public record StopSwitchChange(boolean held, String reason, String changedBy, Instant changedAt) {}
}
