package io.redress.remedy.ledger;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.core.text.EnumWords;
import io.redress.outside.order.Order;
import io.redress.remedy.owed.Owed;
import io.redress.remedy.owed.OwedSums;
import io.redress.verification.evidence.EarlierRemedies;
import io.redress.verification.evidence.Evidence;
import io.redress.verification.evidence.Evidence.Affected;
import java.util.List;
import org.springframework.stereotype.Component;

/** The earlier remedies as the ledger knows them, for verification. */
@Component
class LedgerEarlierRemedies implements EarlierRemedies {

    private final OwedSums sums;
    private final ChargeRows charges;

    LedgerEarlierRemedies(OwedSums sums, ChargeRows charges) {
        this.sums = sums;
        this.charges = charges;
    }

    @Override
    public boolean madeGood(CaseNumber caseNumber, Order order, List<Affected> affected) {
        return sums.isMadeGood(caseNumber, order, affected);
    }

    @Override
    public List<OwnRefund> refunds(CaseNumber caseNumber, String charge) {
        return charges.refunds(caseNumber, charge);
    }

    @Override
    public Owing owed(Complaint complaint, Evidence evidence) {
        Owed owed = sums.of(complaint, evidence);
        return new Owing(EnumWords.word(owed.certainty()), owed.inWords());
    }
}
