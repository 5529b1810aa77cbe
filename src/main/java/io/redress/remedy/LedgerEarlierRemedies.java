package io.redress.remedy;

import io.redress.verification.EarlierRemedies;
import java.util.List;
import org.springframework.stereotype.Component;

/** Lets verification see what the ledger knows. */
@Component
class LedgerEarlierRemedies implements EarlierRemedies {

    private static final String NO_CASE = "";

    private final RemedyRows rows;

    LedgerEarlierRemedies(RemedyRows rows) {
        this.rows = rows;
    }

    @Override
    public boolean madeGood(String orderNumber, List<String> skus) {
        return rows.madeGood(orderNumber, skus, NO_CASE);
    }

    @Override
    public boolean refunded(String charge) {
        return rows.refunded(charge);
    }
}
