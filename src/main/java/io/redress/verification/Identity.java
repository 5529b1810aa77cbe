package io.redress.verification;

import io.redress.complaint.Complaint;
import io.redress.complaint.Customer;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Whether it is certain who complains. Until it is, nobody outside is told anything of the order: not in letters, not on
 * the customer's page, not by the API to a system that does not vouch for orders.
 */
@Component
public class Identity {

    private final Verification verification;
    private final ContactComparison contacts;

    Identity(Verification verification, ContactComparison contacts) {
        this.verification = verification;
        this.contacts = contacts;
    }

    /** Whether the contacts given fit the order's without a contradiction, or a person confirmed whose order it is. */
    public boolean isSettled(Complaint complaint) {
        return complaint.isIdentified()
                || verification
                        .evidence(complaint.number())
                        .map(Evidence::identityConfirmed)
                        .orElseGet(complaint::isCustomerVouched);
    }

    /** Whether a contact that the case's customer would have from now on is another than the order's. */
    public boolean isContradictedBy(Complaint complaint, Customer corrected) {
        Customer before = complaint.customer();
        return verification
                .evidence(complaint.number())
                .filter(Evidence::orderFound)
                .map(Evidence::order)
                .filter(order -> !Objects.equals(before.email(), corrected.email())
                                && contacts.email(order, corrected) == ContactComparison.Fit.OTHER
                        || !Objects.equals(before.phone(), corrected.phone())
                                && contacts.phone(order, corrected) == ContactComparison.Fit.OTHER)
                .isPresent();
    }
}
