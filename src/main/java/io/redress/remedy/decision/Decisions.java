package io.redress.remedy.decision;

import io.redress.complaint.file.Claim;
import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Complaints;
import io.redress.complaint.file.Outcome;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.complaint.timeline.Timeline;
import io.redress.complaint.timeline.TimelineEntry;
import io.redress.complaint.timeline.TimelineKind;
import io.redress.core.database.TransactionMemory;
import io.redress.core.input.RefusedInput;
import io.redress.core.text.EnumWords;
import io.redress.remedy.ledger.Proposal;
import io.redress.remedy.ledger.RemedyKind;
import io.redress.remedy.ledger.RemedyLedger;
import io.redress.remedy.owed.CaseSums;
import io.redress.remedy.owed.Owed;
import io.redress.remedy.owed.OwedSums;
import io.redress.remedy.owed.PayableAmounts;
import io.redress.verification.evidence.Evidence;
import io.redress.verification.finding.Verdict;
import io.redress.verification.finding.Verdicts;
import io.redress.verification.gathering.Verification;
import io.redress.verification.triage.Triage;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The decisions on complaints: what the remedy table says becomes a decision, and proposals in the ledger. */
@Component
public class Decisions {

    private final Complaints complaints;
    private final Verification verification;
    private final Verdicts verdicts;
    private final Triage triage;
    private final RemedyLedger ledger;
    private final OwedSums sums;
    private final CaseSums caseSums;
    private final RefundProposals refunds;
    private final ReasonTexts reasons;
    private final WrongChargeRefunds wrongCharges;
    private final ReplacementProposals replacements;
    private final DecisionRepository repository;
    private final TransactionMemory memory;
    private final Timeline timeline;
    private final Clock clock;

    Decisions(
            Complaints complaints,
            Verification verification,
            Verdicts verdicts,
            Triage triage,
            RemedyLedger ledger,
            OwedSums sums,
            CaseSums caseSums,
            RefundProposals refunds,
            ReasonTexts reasons,
            WrongChargeRefunds wrongCharges,
            ReplacementProposals replacements,
            DecisionRepository repository,
            TransactionMemory memory,
            Timeline timeline,
            Clock clock) {
        this.complaints = complaints;
        this.verification = verification;
        this.verdicts = verdicts;
        this.triage = triage;
        this.ledger = ledger;
        this.sums = sums;
        this.caseSums = caseSums;
        this.refunds = refunds;
        this.reasons = reasons;
        this.wrongCharges = wrongCharges;
        this.replacements = replacements;
        this.repository = repository;
        this.memory = memory;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** What the remedy table answered, in its own words; the reason as in {@link TableReason}. */
    public record TableAnswer(
            Outcome outcome, String refund, boolean replacement, String byHand, boolean apology, String reason) {

        /** The same without money that is paid back. */
        public TableAnswer withoutRefund() {
            return new TableAnswer(outcome, "none", replacement, byHand, apology, reason);
        }
    }

    /** The decision of the case's present round; empty while there is none. */
    public Optional<Decision> latest(Complaint complaint) {
        return memory
                .of(
                        Set.of("decision"),
                        complaint.number(),
                        () -> repository.findByCaseNumberOrderByIdDesc(
                                complaint.number().value()))
                .stream()
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
        if (evidence.orderFound()) {
            sums.hold(evidence.order());
        }
        String why = reasons.inEnglish(new TableReason(answer.reason()));
        String said = EnumWords.word(answer.outcome()) + ": " + why;
        ledger.propose(complaint, plan(complaint, evidence, answer, ruling), decidedBy, said);
        complaints.change(
                complaint.number(),
                judged -> judged.judged(
                        answer.outcome(), ruling.map(Verdict::cause).orElse(null)));
        Optional<String> ownWords = ruling.map(Verdict::reason);
        timeline.add(complaint.number(), decidedBy, TimelineKind.DECIDED, said);
        return repository.save(new Decision(
                null,
                complaint.number().value(),
                complaint.round(),
                answer.outcome(),
                basis,
                ownWords.orElse(why),
                ownWords.isPresent() ? null : answer.reason(),
                decidedBy,
                clock.instant()));
    }

    /**
     * What the table's answer comes to; nothing is written.
     *
     * @param ruling what a person decided, empty where evidence alone does
     * @throws RefusedInput where a person chose a remedy that nothing is known for
     */
    public List<Proposal> plan(Complaint complaint, Evidence evidence, TableAnswer answer, Optional<Verdict> ruling) {
        List<Proposal> proposals = new ArrayList<>();
        Optional<Owed> owed =
                Optional.of(evidence).filter(Evidence::orderFound).map(known -> caseSums.of(complaint, known, ruling));
        if (!answer.refund().equals("none")) {
            proposals.addAll(refund(complaint, evidence, answer, ruling, owed));
        } else if (ruling.map(Verdict::refundAmount).isPresent()) {
            throw new RefusedInput(
                    "refundAmount",
                    "Nothing is paid back by this decision. Leave the amount empty, or choose a remedy that pays money back.");
        }
        if (answer.replacement()) {
            proposals.add(replacement(complaint.number(), evidence, owed, ruling));
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

    private List<Proposal> refund(
            Complaint complaint, Evidence evidence, TableAnswer answer, Optional<Verdict> ruling, Optional<Owed> owed) {
        Optional<Money> named = ruling.filter(verdict -> verdict.refundAmount() != null)
                .map(verdict ->
                        Money.of(evidence.order().currency(), verdict.refundAmount(), RoundingMode.UNNECESSARY));
        if (named.isPresent()) {
            return amount(complaint, evidence, owed.orElseThrow(), named.get());
        }
        if (answer.refund().equals("wrong_charges")) {
            if (ruling.isEmpty() && wrongCharges.haveChanged(complaint.number(), evidence)) {
                throw new FactsMoved();
            }
            return wrongCharges.rest(complaint.number(), evidence);
        }
        Owed certain = owed.orElseThrow(Decisions::nothingKnown);
        return ruling.isPresent() ? byPerson(evidence, certain) : byEvidence(evidence, certain);
    }

    private List<Proposal> amount(Complaint complaint, Evidence evidence, Owed owed, Money amount) {
        if (amount.isGreaterThan(owed.most())) {
            throw new RefusedInput(
                    "refundAmount",
                    "Only %s is left to give back; what is more would be goodwill. %s"
                            .formatted(owed.most(), owed.inWords()));
        }
        if (!PayableAmounts.isPayable(amount) && !amount.isEqual(owed.most())) {
            throw new RefusedInput(
                    "refundAmount",
                    "No payment provider can pay exactly %s; the nearest amount below is %s."
                            .formatted(amount, PayableAmounts.floor(amount)));
        }
        return complaint.claim() == Claim.BILLED_TWICE
                ? wrongCharges.amount(complaint.number(), evidence, amount)
                : refunds.forAmount(evidence.order().number(), owed, amount);
    }

    private List<Proposal> byPerson(Evidence evidence, Owed owed) {
        if (owed.most().isZero() && !evidence.affected().isEmpty()) {
            throw new RefusedInput("remedyChoice", owed.inWords());
        }
        return switch (owed.certainty()) {
            case CERTAIN -> refunds.forOwed(evidence.order().number(), owed);
            case NOTHING_LEFT -> throw new RefusedInput("remedyChoice", owed.inWords());
            case UNCLEAR, FIGURES_DISAGREE ->
                throw evidence.affected().isEmpty()
                        ? nothingKnown()
                        : new RefusedInput("refundAmount", owed.inWords() + " Say how much is to be paid back.");
        };
    }

    private static RefusedInput nothingKnown() {
        return new RefusedInput(
                "refundAmount", "It is not known which articles are affected; say how much is to be paid back.");
    }

    private List<Proposal> byEvidence(Evidence evidence, Owed owed) {
        if (!owed.isCertain()) {
            throw new FactsMoved();
        }
        return refunds.forOwed(evidence.order().number(), owed);
    }

    private Proposal replacement(
            CaseNumber caseNumber, Evidence evidence, Optional<Owed> owed, Optional<Verdict> ruling) {
        if (ruling.isPresent()) {
            return replacements.chosen(caseNumber, evidence, ruling.get());
        }
        return owed.filter(known -> known.isCertain() && known.hasPieces())
                .map(known -> replacements.certain(evidence, known))
                .orElseThrow(FactsMoved::new);
    }

    /**
     * Since evidence was gathered, another case made the same good, or somebody gave it back; it has to be gathered
     * again.
     */
    static final class FactsMoved extends IllegalStateException {

        private FactsMoved() {
            super("What is owed has changed since evidence was gathered; it is to be gathered again");
        }
    }
}
