package io.redress.verification;

import io.redress.complaint.CaseNumber;
import io.redress.deadline.OrderCountries;
import io.redress.order.Order;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Knows from the evidence where an order went. An order that may be somebody else's says nothing of the complainant. */
@Component
class EvidenceCountries implements OrderCountries {

    private final EvidenceStore store;

    EvidenceCountries(EvidenceStore store) {
        this.store = store;
    }

    @Override
    public Optional<String> of(CaseNumber caseNumber) {
        return store.latest(caseNumber)
                .filter(evidence -> evidence.orderFound() && evidence.identityConfirmed())
                .map(Evidence::order)
                .map(Order::deliveryAddress)
                .map(Order.Address::country);
    }
}
