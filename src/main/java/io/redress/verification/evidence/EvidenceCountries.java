package io.redress.verification.evidence;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.outside.order.Order;
import io.redress.time.law.BusinessPurchases;
import io.redress.time.law.OrderCountries;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The country that an order went to, and whether a business bought, as evidence has it. An order that may be somebody
 * else's says nothing about the complainant.
 */
@Component
class EvidenceCountries implements OrderCountries, BusinessPurchases {

    private final EvidenceStore store;

    EvidenceCountries(EvidenceStore store) {
        this.store = store;
    }

    @Override
    public Optional<String> of(CaseNumber caseNumber) {
        return order(caseNumber).map(Order::deliveryAddress).map(Order.Address::country);
    }

    @Override
    public boolean isOne(CaseNumber caseNumber) {
        return order(caseNumber).filter(Order::businessCustomer).isPresent();
    }

    private Optional<Order> order(CaseNumber caseNumber) {
        return store.latest(caseNumber)
                .filter(evidence -> evidence.orderFound() && evidence.identityConfirmed())
                .map(Evidence::order);
    }
}
