package io.redress.remedy;

import io.redress.complaint.CaseNumber;
import io.redress.order.Order;
import io.redress.verification.EarlierRemedies;
import io.redress.verification.Evidence;
import io.redress.verification.Evidence.Affected;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.springframework.stereotype.Component;

/** Lets verification see what the ledger knows. */
@Component
class LedgerEarlierRemedies implements EarlierRemedies {

    private final OrderRoom room;
    private final ChargeRows charges;

    LedgerEarlierRemedies(OrderRoom room, ChargeRows charges) {
        this.room = room;
        this.charges = charges;
    }

    @Override
    public boolean madeGood(CaseNumber caseNumber, Order order, List<Affected> affected) {
        return room.isMadeGood(caseNumber, order, affected, true);
    }

    @Override
    public List<OwnRefund> refunds(CaseNumber caseNumber, String charge) {
        return charges.refunds(caseNumber, charge);
    }

    @Override
    public Optional<Money> left(CaseNumber caseNumber, Evidence evidence) {
        return room.left(caseNumber, evidence);
    }
}
