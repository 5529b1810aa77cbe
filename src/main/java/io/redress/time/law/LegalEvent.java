package io.redress.time.law;

/** An event in a case that a law counts from. */
public enum LegalEvent {
    /** The complaint reached us; what counts from it is met by the decision that the customer receives. */
    COMPLAINT_RECEIVED,
    /** A refund was decided and approved; met once every refund of the case is with the customer. */
    REFUND_AGREED,
    /** The customer told us that they withdraw from the purchase; met as an agreed refund is. */
    WITHDRAWAL_TOLD,
    /** The customer asked for their personal data; met when somebody says so. */
    DATA_REQUESTED,
    /** The goods reached the customer. */
    DELIVERED,
    /** We learned that somebody was hurt or in danger; met when the authority was told. */
    PERSON_ENDANGERED
}
