package io.redress.remedy.owed;

import io.redress.complaint.Complaint;
import io.redress.verification.Evidence;

/** The one place that says what is owed for a case. Whoever pays, proposes, limits or tells an amount asks here. */
public interface OwedSums {

    /**
     * What evidence alone says. Pieces that another case or an earlier round made good, in money or in goods, are not
     * made good again. Proposals of this case that were not sent do not count, because a decision replaces them.
     *
     * @throws IllegalArgumentException where the evidence has no order
     */
    Owed of(Complaint complaint, Evidence evidence);

    /**
     * What is owed for what a person chose. Pieces that were only replaced can be chosen to be paid back, too.
     *
     * @throws IllegalArgumentException where the evidence has no order
     */
    Owed of(Complaint complaint, Evidence evidence, Choice choice);
}
