package io.redress.remedy.refund;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.engine.guard.ModelBean;
import io.redress.remedy.ledger.Remedy;
import io.redress.remedy.ledger.RemedyKind;
import io.redress.remedy.ledger.RemedyLedger;
import io.redress.remedy.ledger.RemedyStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/**
 * The times at which to ask whether a refund still stands. A refund that the provider calls succeeded can fail later,
 * within seconds for a closed card and within days for a closed account.
 */
@ModelBean("refundWatch")
public class RefundWatch {

    private static final List<Duration> CHECKS =
            List.of(Duration.ofSeconds(10), Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(5));

    private final RemedyLedger ledger;
    private final Clock clock;

    RefundWatch(RemedyLedger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** For the timer in the diagram: the next check after the latest refund; at once where it is over. */
    public Date nextCheckAt(String caseNumber) {
        Instant now = clock.instant();
        return Date.from(next(new CaseNumber(caseNumber)).orElse(now));
    }

    /** Whether nothing is left to check. */
    public boolean isOver(CaseNumber caseNumber) {
        return next(caseNumber).isEmpty();
    }

    private Optional<Instant> next(CaseNumber caseNumber) {
        Instant now = clock.instant();
        return ledger.of(caseNumber).stream()
                .filter(remedy -> remedy.kind() == RemedyKind.REFUND && remedy.status() == RemedyStatus.SETTLED)
                .map(Remedy::changedAt)
                .max(Instant::compareTo)
                .flatMap(settled -> CHECKS.stream()
                        .map(settled::plus)
                        .filter(check -> check.isAfter(now))
                        .findFirst());
    }
}
