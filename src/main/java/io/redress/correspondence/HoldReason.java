package io.redress.correspondence;

/** Why nothing goes out to a customer until a person lets it go. */
public enum HoldReason {
    /** The customer has died. */
    DECEASED,
    /** The customer is a child. */
    MINOR,
    /** Somebody else acts for the customer, such as a guardian or an agency. */
    REPRESENTED,
    /** It is not certain who complains. */
    IDENTITY,
    LAWYER,
    PRESS,
    AUTHORITY,
    ABUSE,
    FOURTH_CALL
}
