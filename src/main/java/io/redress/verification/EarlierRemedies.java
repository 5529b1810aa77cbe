package io.redress.verification;

import io.redress.complaint.CaseNumber;
import io.redress.order.Order;
import io.redress.verification.Evidence.Affected;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/** Knows what was made good before. */
public interface EarlierRemedies {

    /** Whether so much of these articles was or is being refunded or replaced that not all of this can be meant as well. */
    boolean madeGood(CaseNumber caseNumber, Order order, List<Affected> affected);

    /** Whether this charge was or is being refunded by us. */
    boolean refunded(String charge);

    /**
     * The most that may be given back in a case by what was bought.
     *
     * @return empty where only the payments are the limit
     */
    Optional<Money> left(CaseNumber caseNumber, Evidence evidence);
}
