package io.redress.verification;

import io.redress.complaint.Complaint;
import io.redress.complaint.ContactProperties;
import io.redress.order.OrderContacts;
import org.springframework.stereotype.Component;

/**
 * Whether it is certain who complains. Until it is, nobody outside is told anything of the order: not in letters, not on
 * the customer's page, not by the API to a system that does not vouch for orders.
 */
@Component
public class Identity {

    private final Verification verification;
    private final ContactProperties contacts;

    Identity(Verification verification, ContactProperties contacts) {
        this.verification = verification;
        this.contacts = contacts;
    }

    /**
     * Whether what tells of the order may be shown where the customer's mails go, in mails and behind the link in them.
     * A customer may be certain by phone alone; then a mail address that they gave and the order does not have is no place
     * for it, and somebody tells them.
     */
    public boolean mayBeWrittenTo(Complaint complaint) {
        return isSettled(complaint)
                && (complaint.isIdentified()
                        || complaint.isCustomerVouched()
                        || complaint.customer().email() == null
                        || isOrdersMailbox(complaint));
    }

    private boolean isOrdersMailbox(Complaint complaint) {
        return verification
                .evidence(complaint.number())
                .filter(Evidence::orderFound)
                .map(evidence -> OrderContacts.of(evidence.order(), contacts.region()))
                .filter(order -> order.haveMailboxOf(complaint.customer()))
                .isPresent();
    }

    /** Whether the contacts given fit the order's without a contradiction, or a person confirmed whose order it is. */
    public boolean isSettled(Complaint complaint) {
        return complaint.isIdentified()
                || verification
                        .evidence(complaint.number())
                        .map(Evidence::identityConfirmed)
                        .orElseGet(complaint::isCustomerVouched);
    }
}
