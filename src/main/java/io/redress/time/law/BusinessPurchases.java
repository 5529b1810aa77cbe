package io.redress.time.law;

import io.redress.complaint.timeline.CaseNumber;

/** The orders that were bought for a business, as far as there is evidence of it: many laws are for consumers only. */
public interface BusinessPurchases {

    /** Whether this case is about one; false while it is not known, or not whose order it is. */
    boolean isOne(CaseNumber caseNumber);
}
