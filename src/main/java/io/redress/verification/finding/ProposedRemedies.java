package io.redress.verification.finding;

import io.redress.complaint.file.Complaint;

/** The remedies that a verdict would lead to: the same tables and sums answer that decide afterwards. */
public interface ProposedRemedies {

    /**
     * What would be done now.
     *
     * @param verdict in the customer's favour, stored already
     * @throws io.redress.core.input.RefusedInput where it cannot be done as it is
     */
    Proposed of(Complaint complaint, Verdict verdict);

    /**
     * What would be done.
     *
     * @param digest the same for the same amounts, pieces and kinds of remedy, and for nothing else
     * @param inWords all of it in one line, for whoever decides
     * @param paysBack whether money is paid back
     */
    record Proposed(String digest, String inWords, boolean paysBack) {}
}
