package io.redress.verification.finding;

import io.redress.complaint.file.Cause;
import io.redress.complaint.file.Claim;
import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Complaints;
import io.redress.complaint.file.Danger;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.complaint.timeline.Timeline;
import io.redress.complaint.timeline.TimelineKind;
import io.redress.core.database.TransactionMemory;
import io.redress.core.input.Problem;
import io.redress.core.input.RefusedInput;
import io.redress.core.text.EnumWords;
import io.redress.verification.evidence.Evidence;
import io.redress.verification.finding.Verdict.NoAnswerReason;
import io.redress.verification.finding.Verdict.RemedyChoice;
import io.redress.verification.finding.Verdict.Ruling;
import io.redress.verification.gathering.Verification;
import io.redress.verification.safety.Dangers;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The handlers' verdicts. The engine does not validate forms, so they are validated here. */
@Component
public class Verdicts {

    /** The field for what went wrong. */
    public static final String CLAIM = "claim";

    private static final int LONGEST_TEXT = 4_000;
    private static final String AMOUNT = "refundAmount";
    private static final Set<RemedyChoice> WITH_REFUND =
            Set.of(RemedyChoice.AS_PROPOSED, RemedyChoice.REFUND, RemedyChoice.REFUND_AND_REPLACEMENT);

    private final Complaints complaints;
    private final VerdictRepository repository;
    private final TransactionMemory memory;
    private final Verification verification;
    private final Identification identification;
    private final WayBackChoices wayBackChoices;
    private final AffectedChoices affectedChoices;
    private final Timeline timeline;
    private final Clock clock;

    Verdicts(
            Complaints complaints,
            VerdictRepository repository,
            TransactionMemory memory,
            Verification verification,
            Identification identification,
            WayBackChoices wayBackChoices,
            AffectedChoices affectedChoices,
            Timeline timeline,
            Clock clock) {
        this.complaints = complaints;
        this.repository = repository;
        this.memory = memory;
        this.verification = verification;
        this.identification = identification;
        this.wayBackChoices = wayBackChoices;
        this.affectedChoices = affectedChoices;
        this.timeline = timeline;
        this.clock = clock;
    }

    /**
     * Records what a handler submitted.
     *
     * @param form the fields of {@code forms/verify-complaint.form} by name; values may be missing or empty
     * @param hurt whether anybody was hurt or in danger, {@code null} where that was not answered
     * @throws RefusedInput naming every field that is missing or wrong; nothing is stored then
     */
    @Transactional
    public Verdict record(CaseNumber caseNumber, Map<String, Object> form, Boolean hurt, String handler) {
        Complaint complaint = complaints.get(caseNumber);
        List<Problem> problems = new ArrayList<>();
        FormFields fields = new FormFields(form, problems);
        Verdict verdict = read(complaint, fields, handler);
        requireHurt(complaint, verdict, hurt, fields);
        WayBackChoice wayBack = WayBackChoice.read(fields);
        AffectedChoice affected = AffectedChoice.read(fields);
        Claim claim = fields.optional(CLAIM, Claim.class).orElse(null);
        requireClaim(complaint, verdict, claim, fields);
        if (problems.isEmpty()) {
            identification.byHandler(complaint, verdict, claim, affected, form);
        }
        BigDecimal amount = amount(complaint, verdict, fields);
        if (!problems.isEmpty()) {
            throw new RefusedInput(problems);
        }
        Verdict saved = repository.save(verdict.withRefundAmount(amount));
        wayBackChoices.record(saved, wayBack);
        affectedChoices.record(saved, affected);
        complaints.change(caseNumber, changed -> changed.ownedBy(handler));
        timeline.add(caseNumber, handler, TimelineKind.VERDICT, "Found: " + EnumWords.word(saved.verdict()));
        return saved;
    }

    /** What was found last in the present round; empty where no person has looked. */
    public Optional<Verdict> latest(Complaint complaint) {
        return of(complaint).stream().findFirst().filter(verdict -> verdict.round() == complaint.round());
    }

    private List<Verdict> of(Complaint complaint) {
        return memory.of(
                Set.of("verdict"),
                complaint.number(),
                () -> repository.findByCaseNumberOrderByIdDesc(
                        complaint.number().value()));
    }

    /** Everybody who has found for the customer in the present round. */
    public Set<String> inFavourBy(Complaint complaint) {
        return of(complaint).stream()
                .filter(verdict -> verdict.round() == complaint.round())
                .filter(verdict -> verdict.verdict().isInFavour())
                .map(Verdict::foundBy)
                .collect(Collectors.toSet());
    }

    private Verdict read(Complaint complaint, FormFields fields, String handler) {
        Ruling ruling = fields.required("verdict", Ruling.class);
        RemedyChoice choice =
                fields.optional("remedyChoice", RemedyChoice.class).orElse(RemedyChoice.AS_PROPOSED);
        String reason = fields.text("reason", LONGEST_TEXT);
        String question = fields.text("question", LONGEST_TEXT);
        NoAnswerReason noAnswer =
                fields.optional("noAnswerReason", NoAnswerReason.class).orElse(null);
        if ((ruling == Ruling.REJECTED || ruling == Ruling.PARTLY) && reason == null) {
            fields.refuse("reason", "Say why; the customer reads it.");
        }
        if (ruling == Ruling.ASK_CUSTOMER && question == null) {
            fields.refuse("question", "Write the question that the customer is to be asked.");
        }
        if (ruling == Ruling.NO_ANSWER_OWED && noAnswer == null) {
            fields.refuse("noAnswerReason", "Choose the reason why no answer is owed.");
        }
        return new Verdict(
                null,
                complaint.number().value(),
                complaint.round(),
                ruling,
                fields.optional("cause", Cause.class).orElse(null),
                choice,
                null,
                reason,
                question,
                noAnswer,
                handler,
                clock.instant());
    }

    /**
     * Nothing is decided before a person has said which it is; asking the customer or a colleague may be how they find
     * out.
     */
    private static void requireHurt(Complaint complaint, Verdict verdict, Boolean hurt, FormFields fields) {
        boolean ends = verdict.verdict() != null
                && (verdict.verdict().isDecision() || verdict.verdict() == Ruling.NO_ANSWER_OWED);
        if (ends && hurt == null && complaint.danger() == Danger.POSSIBLE) {
            fields.refuse(
                    Dangers.HURT,
                    "Say first whether anybody was hurt or in danger: what the customer says leaves it open.");
        }
    }

    /** The table of remedies goes by the claim: without one it has nothing to propose but an apology. */
    private static void requireClaim(Complaint complaint, Verdict verdict, Claim claim, FormFields fields) {
        boolean asProposed = verdict.verdict() != null
                && verdict.verdict().isInFavour()
                && verdict.remedyChoice() == RemedyChoice.AS_PROPOSED;
        if (asProposed && complaint.claim() == null && claim == null && !fields.isRefused(CLAIM)) {
            fields.refuse(
                    CLAIM,
                    "Say what went wrong: without it nothing but an apology could be proposed. Or say yourself what the"
                            + " customer gets.");
        }
    }

    /**
     * The amount to refund, read in the currency of the order that the complaint turned out to be about. Whether so
     * much is left to give back is asked where the remedy is decided, in the same transaction.
     */
    private BigDecimal amount(Complaint complaint, Verdict verdict, FormFields fields) {
        boolean inFavour = verdict.verdict() != null && verdict.verdict().isInFavour();
        boolean given = fields.text(AMOUNT, Integer.MAX_VALUE) != null;
        Optional<Evidence> evidence = verification.evidence(complaint.number()).filter(Evidence::orderFound);
        if (!given) {
            if (verdict.verdict() == Ruling.PARTLY && WITH_REFUND.contains(verdict.remedyChoice())) {
                fields.refuse(AMOUNT, "Say how much is to be paid back.");
            }
            return null;
        }
        if (evidence.isEmpty()) {
            if (inFavour) {
                fields.refuse(AMOUNT, "No order is known to refund anything of.");
            }
            return null;
        }
        Money amount = fields.amount(AMOUNT, evidence.get().order().currency());
        return amount == null ? null : amount.getAmount();
    }
}
