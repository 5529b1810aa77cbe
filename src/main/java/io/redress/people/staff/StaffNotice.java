package io.redress.people.staff;

import io.redress.complaint.file.Complaint;

/**
 * Notices to staff about a case, by mail, with a link to its task, in their working hours; whoever is away by their deputy.
 * A notice is written down in the caller's transaction and goes out once.
 */
public interface StaffNotice {

    /** What comes before the login where an audience is one person. */
    String PERSON = "person ";

    /**
     * Tells an audience.
     *
     * @param what makes it the same notice, among those of its case
     * @param audience {@code owner} (or the team, where nobody owns the case), {@code team}, {@code leads} or
     *     {@code managers}
     */
    void tell(Complaint complaint, String what, String audience, String subject, String text);

    /** Tells one person, by their login; {@code what} as above. */
    void tellPerson(Complaint complaint, String what, String login, String subject, String text);
}
