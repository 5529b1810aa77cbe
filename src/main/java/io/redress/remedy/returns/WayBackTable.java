package io.redress.remedy.returns;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.verification.finding.WayBackChoice.GoodsBack;
import io.redress.verification.finding.WayBackChoice.PayWhen;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The table {@code processes/way-back.dmn}: whether goods come back, and whether the money for them waits. */
public interface WayBackTable {

    /** What can be made good by which goods may come back. */
    List<String> REMEDIES = List.of("collection", "replacement", "refund", "reduction");

    /** What would become of these goods, for who only looks ahead. */
    Answer ask(Goods goods);

    /** What becomes of these goods of a case. */
    Answer decide(CaseNumber caseNumber, Goods goods);

    /**
     * One affected line.
     *
     * @param remedy {@code collection}, {@code replacement}, {@code refund}, or {@code reduction} where a part of the price
     *     is given back for goods that stay
     * @param claim the word of the claim, empty where there is none
     * @param parcel the word of where the parcel is
     * @param value of the pieces, in major units of the order's currency
     * @param weightGrams of the parcel they came in, zero where nobody knows it
     * @param neverReturned how often the customer was paid for goods and did not send them back
     */
    record Goods(String remedy, String claim, String parcel, BigDecimal value, int weightGrams, int neverReturned) {}

    /**
     * @param way empty where the goods are not at the customer's, so that nothing can come back
     * @param reason for staff
     */
    record Answer(Optional<GoodsBack> way, PayWhen payWhen, String reason) {}
}
