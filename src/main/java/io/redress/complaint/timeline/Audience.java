package io.redress.complaint.timeline;

/** Those who read of a case, each of whom may read what those before them may. */
public enum Audience {
    /** The complainant, and whoever else knows no more of the case than they do. */
    CUSTOMER,
    /** Connected programs, such as the shop that sent the case. */
    SYSTEMS,
    /** Those who work on cases. */
    STAFF,
    /** Those who also answer for how cases are worked on. */
    LEADS;

    /** Whether these readers may read what is meant for others. */
    public boolean mayRead(Audience meantFor) {
        return compareTo(meantFor) >= 0;
    }
}
