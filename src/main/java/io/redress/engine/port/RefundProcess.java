package io.redress.engine.port;

import io.redress.complaint.timeline.CaseNumber;
import org.springframework.stereotype.Component;

/** The process {@code refund}, which gives money back. */
@Component
public class RefundProcess {

    private final EarlierTimers timers;

    RefundProcess(EarlierTimers timers) {
        this.timers = timers;
    }

    /** Has refunds that wait ask the provider now instead of at their next time, because there is news. */
    public void goOn(CaseNumber caseNumber) {
        timers.fireNowWhatLeadsTo(caseNumber, "refund", "refundPayment");
    }
}
