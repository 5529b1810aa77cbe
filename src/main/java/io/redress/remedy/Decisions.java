package io.redress.remedy;

import io.redress.complaint.CaseNumber;
import io.redress.complaint.Complaint;
import io.redress.complaint.Complaints;
import io.redress.complaint.Locks;
import io.redress.complaint.Outcome;
import io.redress.complaint.Timeline;
import io.redress.complaint.TimelineEntry;
import io.redress.complaint.Words;
import io.redress.engine.RefusedInput;
import io.redress.verification.Evidence;
import io.redress.verification.Triage;
import io.redress.verification.Verdict;
import io.redress.verification.Verdict.Ruling;
import io.redress.verification.Verdicts;
import io.redress.verification.Verification;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Turns what the remedy table says into a decision and proposals in the ledger. */
@Component
public class Decisions {

    private final Complaints complaints;
    private final Verification verification;
    private final Verdicts verdicts;
    private final Triage triage;
    private final RemedyLedger ledger;
    private final OrderRoom room;
    private final OrderRows rows;
    private final Locks locks;
    private final RefundProposals refunds;
    private final ReplacementProposals replacements;
    private final DecisionRepository repository;
    private final Timeline timeline;
    private final Clock clock;

    Decisions(
            Complaints complaints,
            Verification verification,
            Verdicts verdicts,
            Triage triage,
            RemedyLedger ledger,
            OrderRoom room,
            OrderRows rows,
            Locks locks,
            RefundProposals refunds,
            ReplacementProposals replacements,
            DecisionRepository repository,
            Timeline timeline,
            Clock clock) {
        this.complaints = complaints;
        this.verification = verification;
        this.verdicts = verdicts;
        this.triage = triage;
        this.ledger = ledger;
        this.room = room;
        this.rows = rows;
        this.locks = locks;
        this.refunds = refunds;
        this.replacements = replacements;
        this.repository = repository;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** What the remedy table answered, in its own words. */
    public record TableAnswer(
            Outcome outcome, String refund, boolean replacement, String byHand, boolean apology, String reason) {}

    /** The decision of the case's present round; empty while there is none. */
    public Optional<Decision> latest(Complaint complaint) {
        return repository.findByCaseNumberOrderByIdDesc(complaint.number().value()).stream()
                .findFirst()
                .filter(decision -> decision.round() == complaint.round());
    }

    /** What a person found in this round and decided on; empty where evidence alone decides. */
    public Optional<Verdict> ruling(Complaint complaint) {
        return verdicts.latest(complaint).filter(verdict -> verdict.verdict().isDecision());
    }

    /**
     * Decides the case.
     *
     * @throws RefusedInput where a person chose a remedy that nothing is known for
     */
    @Transactional
    public Decision decide(Complaint complaint, TableAnswer answer) {
        Optional<Verdict> ruling = ruling(complaint);
        Evidence evidence = verification.evidence(complaint.number()).orElseThrow();
        String decidedBy = ruling.map(Verdict::foundBy).orElse(TimelineEntry.ENGINE);
        String basis = ruling.isPresent() ? "" : triage.basis(complaint);
        requireNotMadeGoodElsewhere(complaint, evidence, ruling.isEmpty());
        String said = Words.word(answer.outcome()) + ": " + answer.reason();
        ledger.propose(complaint, proposals(complaint.number(), evidence, answer, ruling), decidedBy, said);
        complaints.change(
                complaint.number(),
                judged -> judged.judged(
                        answer.outcome(), ruling.map(Verdict::cause).orElse(null)));
        String reason = ruling.map(Verdict::reason).orElse(answer.reason());
        timeline.add(complaint.number(), decidedBy, "decided", said);
        return repository.save(new Decision(
                null,
                complaint.number().value(),
                complaint.round(),
                answer.outcome(),
                basis,
                reason,
                decidedBy,
                clock.instant()));
    }

    /** Two cases about the same goods can run at once: the second waits here, and then asks for evidence again. */
    private void requireNotMadeGoodElsewhere(Complaint complaint, Evidence evidence, boolean automatic) {
        if (!automatic || !evidence.orderFound()) {
            return;
        }
        String order = evidence.order().number();
        locks.hold("order " + order);
        boolean elsewhere = evidence.wrongCharges().isEmpty()
                ? room.isMadeGood(complaint.number(), evidence.order(), evidence.affected(), false)
                : evidence.wrongCharges().stream().anyMatch(wrong -> rows.refunded(wrong.charge()));
        if (elsewhere) {
            throw new IllegalStateException("Another case is making the same good; evidence is to be gathered again");
        }
    }

    private List<Proposal> proposals(
            CaseNumber caseNumber, Evidence evidence, TableAnswer answer, Optional<Verdict> ruling) {
        List<Proposal> proposals = new ArrayList<>();
        Optional<Money> named = ruling.filter(verdict -> verdict.refundAmount() != null)
                .map(verdict ->
                        Money.of(evidence.order().currency(), verdict.refundAmount(), RoundingMode.UNNECESSARY));
        if (!answer.refund().equals("none")) {
            proposals.addAll(named.map(amount -> refunds.forAmount(caseNumber, evidence, amount))
                    .orElseGet(() -> byTable(caseNumber, evidence, answer)));
        }
        if (answer.replacement()) {
            proposals.add(replacements.of(caseNumber, evidence, ruling));
        }
        String order = evidence.orderFound() ? evidence.order().number() : null;
        switch (answer.byHand()) {
            case "collection" -> proposals.add(Proposal.inPerson(RemedyKind.COLLECTION, order));
            case "repair" -> proposals.add(Proposal.inPerson(RemedyKind.REPAIR, order));
            default -> {}
        }
        if (answer.apology()) {
            proposals.add(Proposal.inPerson(RemedyKind.APOLOGY, order));
        }
        return proposals;
    }

    private List<Proposal> byTable(CaseNumber caseNumber, Evidence evidence, TableAnswer answer) {
        if (answer.refund().equals("wrong_charges")) {
            if (evidence.wrongCharges().isEmpty()) {
                throw new RefusedInput("refundAmount", "No wrong charge is known; say how much is to be paid back.");
            }
            return refunds.forWrongCharges(evidence);
        }
        if (evidence.affected().isEmpty()) {
            throw new RefusedInput(
                    "refundAmount", "It is not known which articles are affected; say how much is to be paid back.");
        }
        List<Proposal> proposals =
                refunds.forLines(caseNumber, evidence, evidence.affected(), evidence.deliveryFeeDue());
        if (proposals.isEmpty()) {
            throw new RefusedInput("remedyChoice", "The price of what is affected was given back already.");
        }
        return proposals;
    }

    /** The word by which the remedy table knows how the case was found: {@code automatic}, or a person's ruling. */
    public String verdictWord(Complaint complaint) {
        return ruling(complaint)
                .map(Verdict::verdict)
                .map((Ruling found) -> Words.word(found))
                .orElse("automatic");
    }
}
