package io.redress.conversation.outbox;

/** The reasons why nothing goes out to a customer until a person lets it go. */
public enum HoldReason {
    /** The customer has died. */
    DECEASED,
    /** The customer is a child. */
    MINOR,
    /** Somebody else acts for the customer, such as a guardian or an agency. */
    REPRESENTED,
    /** It is not certain who complains. */
    IDENTITY,
    /** The customer speaks of a lawyer or a court. */
    LAWYER,
    /** The customer speaks of the press. */
    PRESS,
    /** The customer speaks of an authority, the police or an ombudsman. */
    AUTHORITY,
    /** The customer abuses us. */
    ABUSE,
    /** The customer has to write or call for the fourth time. */
    FOURTH_CALL;

    /** Whether only who leads may let the letters go. */
    public boolean isForLeads() {
        return compareTo(LAWYER) >= 0;
    }
}
