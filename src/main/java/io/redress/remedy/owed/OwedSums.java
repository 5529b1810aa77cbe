package io.redress.remedy.owed;

import io.redress.complaint.file.Claim;
import io.redress.complaint.file.Complaint;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.core.database.Locks;
import io.redress.outside.order.Order;
import io.redress.remedy.owed.OwedSum.Own;
import io.redress.remedy.owed.OwedSum.Question;
import io.redress.verification.evidence.Evidence;
import io.redress.verification.evidence.Evidence.Affected;
import io.redress.verification.evidence.Evidence.WrongCharge;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.springframework.stereotype.Component;

/** The one place that says what is owed for a case. Whoever pays, proposes, limits or states an amount asks here. */
@Component
public class OwedSums {

    private final OrderLedger ledger;
    private final Locks locks;

    OwedSums(OrderLedger ledger, Locks locks) {
        this.ledger = ledger;
        this.locks = locks;
    }

    /**
     * Makes everybody else who decides about the order wait until the caller's transaction has ended, so that two at
     * once cannot both give back the same rest.
     */
    public void hold(Order order) {
        locks.hold("order " + order.number());
    }

    /**
     * What evidence alone says. Pieces that another case or an earlier round made good, in money or in goods, are not
     * made good again. Proposals of this case that were not sent do not count, because a decision replaces them. Where
     * a complaint about charges has found wrong ones, they are what is owed.
     *
     * @throws IllegalArgumentException where the evidence has no order
     */
    public Owed of(Complaint complaint, Evidence evidence) {
        RemedyRequest wanted = RemedyRequest.of(evidence.affected(), false);
        return sum(complaint, evidence, wanted, new Own(complaint.number().value(), wanted.pieces()));
    }

    /**
     * What is owed for what a person chose. What was only replaced before can be chosen to be paid back, too.
     *
     * @throws IllegalArgumentException where the evidence has no order
     */
    public Owed of(Complaint complaint, Evidence evidence, OwedChoice choice) {
        return sum(complaint, evidence, RemedyRequest.of(choice), null);
    }

    /**
     * What is still owed for pieces beside everything that the case gives back already, as where goods cannot be had.
     *
     * @throws IllegalArgumentException where the evidence has no order
     */
    public Owed beside(CaseNumber caseNumber, Evidence evidence, List<Affected> pieces) {
        Map<Integer, Integer> affected =
                RemedyRequest.of(evidence.affected(), false).pieces();
        Own own = new Own(caseNumber.value(), affected);
        return OwedSum.of(question(evidence, RemedyRequest.of(pieces, true), null, own));
    }

    /** Whether every piece of what is affected was made good before, in whatever case or round. */
    public boolean isMadeGood(CaseNumber caseNumber, Order order, List<Affected> affected) {
        RemedyRequest wanted = RemedyRequest.of(affected, false);
        Own own = new Own(caseNumber.value(), wanted.pieces());
        List<LedgerRow> rows = ledger.of(order, caseNumber);
        return !affected.isEmpty()
                && !OwedSum.of(new Question(order, List.of(), true, Set.of(), rows, wanted, own))
                        .hasPieces();
    }

    /** What all providers together took for an order, surplus charges included. */
    public static Money captured(Evidence evidence) {
        return new CapturedPayments(evidence.order(), evidence.payments(), evidence.complete(), List.of()).captured();
    }

    private Owed sum(Complaint complaint, Evidence evidence, RemedyRequest wanted, Own own) {
        Owed owed = OwedSum.of(question(evidence, wanted, complaint.number(), own));
        boolean charges = complaint.claim() == Claim.BILLED_TWICE
                && !evidence.wrongCharges().isEmpty();
        return charges ? ChargesOwed.of(owed, evidence.wrongCharges(), wanted.byPerson()) : owed;
    }

    private Question question(Evidence evidence, RemedyRequest wanted, CaseNumber without, Own own) {
        Order order = evidence.order();
        if (order == null) {
            throw new IllegalArgumentException("Without an order nothing can be said of what is owed");
        }
        Set<String> wronglyCharged = evidence.wrongCharges().stream()
                .map(WrongCharge::paymentReference)
                .collect(Collectors.toSet());
        return new Question(
                order,
                evidence.payments(),
                evidence.complete(),
                wronglyCharged,
                ledger.of(order, without),
                wanted,
                own);
    }
}
