package io.redress.verification.evidence;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.outside.order.Order;
import io.redress.verification.evidence.Evidence.Affected;
import java.util.List;
import org.joda.money.Money;

/** The remedies of earlier cases and rounds, as the ledger knows them. */
public interface EarlierRemedies {

    /** Whether every piece of this was or is being refunded or replaced, in whatever case or round. */
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
     * The sum that is owed for what is affected, by evidence alone.
     *
     * @param evidence of a case whose order is known
     */
    Owing owed(Complaint complaint, Evidence evidence);

    /** The words for how sure it can be what is owed. */
    List<String> CERTAINTIES = List.of("certain", "nothing_left", "unclear", "figures_disagree");

    /**
     * What is owed.
     *
     * @param certainty how sure that is, one of {@link #CERTAINTIES}
     * @param inWords the same for staff, with the figures that led to it
     */
    record Owing(String certainty, String inWords) {

        /** Whether a machine may pay it. */
        public boolean isCertain() {
            return certainty.equals("certain");
        }
    }
}
