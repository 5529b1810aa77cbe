package io.redress.outside.payment;

import io.redress.complaint.timeline.CaseNumber;
import java.time.Instant;
import java.util.List;

/**
 * A listener for news about money at the provider. News may come twice, late and in any order, so what is handed over
 * is the provider's present answer, never what an event claimed; hearing the same again changes nothing. Called within
 * a transaction.
 */
public interface PaymentNews {

    /** A refund was made or changed, by us or by hand. */
    void refundChanged(Refund refund);

    /**
     * Disputes were opened or changed, or are simply seen.
     *
     * @param about the case on whose behalf the provider was asked, {@code null} where it was not for a case
     * @param askedAt when the provider was asked; an older answer never overwrites a newer one
     */
    void disputesSeen(CaseNumber about, List<Dispute> disputes, Instant askedAt);
}
