package io.redress.intake.withdrawal;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.core.database.Attempts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The watch that ends cases that were taken back and did not end by themselves: what was on its way has arrived, but
 * the step behind it fails for good, or nobody was there to ask for the withdrawal.
 */
@Component
class WithdrawalWatch {

    private static final Logger LOG = LoggerFactory.getLogger(WithdrawalWatch.class);

    private final Withdrawals withdrawals;

    WithdrawalWatch(Withdrawals withdrawals) {
        this.withdrawals = withdrawals;
    }

    @Scheduled(
            fixedDelayString = "${redress.watches.cases:PT30S}",
            initialDelayString = "${redress.watches.cases:PT30S}")
    void look() {
        withdrawals.unfinished().forEach(this::finish);
    }

    private void finish(CaseNumber caseNumber) {
        try {
            Attempts.of(() -> withdrawals.finish(caseNumber));
        } catch (RuntimeException failed) {
            LOG.warn("Case {} was taken back and cannot be ended now; it is tried again", caseNumber, failed);
        }
    }
}
