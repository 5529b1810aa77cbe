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

    /**
     * What our ledger gives back of a charge, in whichever case and round.
     *
     * @param caseNumber whose own refunds that were not sent do not count, because a decision replaces them
     */
    List<OwnRefund> refunds(CaseNumber caseNumber, String charge);

    /**
     * A refund of ours.
     *
     * @param key the one that the provider was given
     * @param atProvider whether the provider surely counts it among the refunds of the charge
     */
    record OwnRefund(String key, Money amount, boolean atProvider) {}

    /**
     * The most that may be given back in a case by what was bought.
     *
     * @return empty where only the payments are the limit
     */
    Optional<Money> left(CaseNumber caseNumber, Evidence evidence);
}
