package io.redress.complaint.timeline;

/**
 * The person or system that does something in a case.
 *
 * @param id as {@link TimelineEntry#actor()}
 * @param onBehalfOf for whom, such as the customer whose words a member of staff passes on; {@code null} for themselves
 */
public record Actor(String id, String onBehalfOf) {

    /** The complainant, at a door of their own or through a connected system. */
    public static final Actor CUSTOMER = new Actor(TimelineEntry.CUSTOMER, null);

    /** A member of staff who passes on what the customer said or wants. */
    public static Actor forCustomer(String person) {
        return new Actor(person, TimelineEntry.CUSTOMER);
    }

    public boolean passesOn() {
        return onBehalfOf != null;
    }
}
