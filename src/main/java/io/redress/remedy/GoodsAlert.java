package io.redress.remedy;

import io.redress.complaint.Complaint;

/** Tells people what has become of goods that are on their way to a customer or back, or that may not leave today. */
public interface GoodsAlert {

    /**
     * Tells an audience by mail, with a link to the case's task; the same alert goes out once.
     *
     * @param what makes it the same alert, among those of its case
     * @param audience {@code owner} (or the team, where nobody owns the case), {@code leads} or {@code managers}
     */
    void tell(Complaint complaint, String what, String audience, String subject, String text);
}
