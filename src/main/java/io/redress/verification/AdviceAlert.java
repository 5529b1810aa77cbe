package io.redress.verification;

import io.redress.complaint.Complaint;

/** Tells people by mail that advice is wanted, or there, in their working hours; whoever is away by their deputy. */
public interface AdviceAlert {

    /** What comes before the login where an audience is one person. */
    String PERSON = "person ";

    /**
     * Tells one person.
     *
     * @param what makes it the same alert, among those of the case
     */
    void tellPerson(Complaint complaint, String what, String login, String subject, String text);

    /** Tells a group: {@code team} is the case's. */
    void tell(Complaint complaint, String what, String audience, String subject, String text);
}
