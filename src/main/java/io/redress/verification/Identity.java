package io.redress.verification;

import io.redress.complaint.Complaint;
import org.springframework.stereotype.Component;

/**
 * Whether it is certain who complains. Until it is, nobody outside is told anything of the order: not in letters, not on
 * the customer's page, not by the API to a system that does not vouch for orders.
 */
@Component
public class Identity {

    private final Verification verification;

    Identity(Verification verification) {
        this.verification = verification;
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
