package io.redress.insight.casefile;

import io.redress.complaint.file.Claim;
import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Status;
import io.redress.core.text.EnumWords;
import io.redress.insight.casefile.VerificationPart.Affected;
import io.redress.insight.casefile.VerificationPart.ChoosableFee;
import io.redress.insight.casefile.VerificationPart.ChoosableLine;
import io.redress.insight.casefile.VerificationPart.Colleague;
import io.redress.insight.casefile.VerificationPart.FigurePart;
import io.redress.insight.casefile.VerificationPart.GoodsPart;
import io.redress.insight.casefile.VerificationPart.PiecesAnswer;
import io.redress.insight.casefile.VerificationPart.PlannedRemedy;
import io.redress.insight.casefile.VerificationPart.ProposedPart;
import io.redress.remedy.owed.Certainty;
import io.redress.remedy.owed.FeeKind;
import io.redress.remedy.owed.FeeOwed;
import io.redress.remedy.owed.LineOwed;
import io.redress.remedy.owed.Owed;
import io.redress.remedy.owed.OwedSums;
import io.redress.remedy.plan.RemedyPreview;
import io.redress.remedy.plan.RemedyPreviews;
import io.redress.verification.evidence.Evidence;
import io.redress.verification.finding.Advice;
import io.redress.verification.finding.Verdict;
import io.redress.verification.finding.Verdict.RemedyChoice;
import io.redress.verification.finding.Verdict.Ruling;
import io.redress.verification.finding.WayBackChoice.GoodsBack;
import io.redress.verification.finding.WayBackChoice.PayWhen;
import io.redress.verification.gathering.Verification;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The composer of what can be chosen in the form <i>Verify complaint</i>, and of what each choice would lead to. */
@Component
class VerificationParts {

    private static final Set<Status> VERIFIED = Set.of(Status.RECEIVED, Status.VERIFYING, Status.WAITING_FOR_CUSTOMER);

    private static final List<Ruling> IN_FAVOUR = List.of(Ruling.CONFIRMED, Ruling.PARTLY);

    /** More would not be found in a form; the field for article numbers takes what is not among them. */
    private static final int MOST_LINES = 60;

    /** How often the form can ask how many pieces of a line are affected. */
    private static final int SLOTS = 8;

    private static final int LONGEST_NAME = 40;
    private static final int MOST_PIECES = 200;

    private final Verification verification;
    private final RemedyPreviews previews;
    private final OwedSums sums;
    private final Advice advice;

    VerificationParts(Verification verification, RemedyPreviews previews, OwedSums sums, Advice advice) {
        this.advice = advice;
        this.verification = verification;
        this.previews = previews;
        this.sums = sums;
    }

    /** Empty where the case is not being verified. */
    Optional<VerificationPart> of(Complaint complaint) {
        return VERIFIED.contains(complaint.status()) ? Optional.of(part(complaint)) : Optional.empty();
    }

    private VerificationPart part(Complaint complaint) {
        Optional<Evidence> known = verification.evidence(complaint.number()).filter(Evidence::orderFound);
        Optional<Owed> owed = known.map(evidence -> sums.of(complaint, evidence));
        Optional<Owed> uncertain = owed.filter(sum -> !sum.isCertain())
                .filter(sum -> sum.certainty() == Certainty.FIGURES_DISAGREE
                        || !known.get().affected().isEmpty());
        List<ChoosableLine> lines = owed.map(sum -> lines(sum, known.get())).orElse(List.of());
        return new VerificationPart(
                complaint.claim() == null ? "" : EnumWords.word(complaint.claim()),
                byFacts(complaint),
                proposals(complaint),
                lines,
                owed.map(sum -> sum.lines().size() - lines.size()).orElse(0),
                owed.flatMap(VerificationParts::deliveryFee).orElse(""),
                owed.map(VerificationParts::fees).orElse(List.of()),
                uncertain.map(sum -> StaffFormat.label(sum.certainty())).orElse(""),
                uncertain.map(VerificationParts::figures).orElse(List.of()),
                affected(lines, known),
                colleagues(complaint));
    }

    private List<Colleague> colleagues(Complaint complaint) {
        return Stream.concat(
                        Stream.of(new Colleague("The leads", Advice.LEADS), new Colleague("The team", Advice.TEAM)),
                        advice.colleagues(complaint).stream()
                                .map(person -> new Colleague(person.displayName(), person.id())))
                .toList();
    }

    private String byFacts(Complaint complaint) {
        return verification.claimsByFacts(complaint).stream()
                .map(claim -> switch (claim) {
                    case BILLED_TWICE -> "charges were made that should not have been (billed twice)";
                    case NOT_RECEIVED -> "a parcel is lost (not received)";
                    default -> "the article was repaired before (defective)";
                })
                .collect(Collectors.joining(", "));
    }

    private List<ProposedPart> proposals(Complaint complaint) {
        Map<RemedyPreview, List<String>> answers = new LinkedHashMap<>();
        for (Claim claim : Claim.values()) {
            verification
                    .evidence(complaint, claim)
                    .filter(VerificationParts::tells)
                    .ifPresent(evidence -> {
                        Complaint supposed = verification.supposing(complaint.number(), claim);
                        IN_FAVOUR.forEach(ruling -> preview(supposed, evidence, ruling, answers));
                    });
        }
        if (complaint.claim() == null) {
            verification
                    .evidence(complaint.number())
                    .filter(VerificationParts::tells)
                    .ifPresent(evidence -> IN_FAVOUR.forEach(ruling -> preview(complaint, evidence, ruling, answers)));
        }
        return answers.entrySet().stream()
                .map(preview -> proposed(preview.getKey(), preview.getValue()))
                .toList();
    }

    /** Until it is certain whose order it is, nothing of its payments is known. */
    private static boolean tells(Evidence evidence) {
        return evidence.identityConfirmed() || !evidence.orderFound();
    }

    private void preview(
            Complaint complaint, Evidence evidence, Ruling ruling, Map<RemedyPreview, List<String>> answers) {
        String claim = complaint.claim() == null ? "" : EnumWords.word(complaint.claim());
        for (RemedyChoice choice : RemedyChoice.values()) {
            if (complaint.claim() == null && choice == RemedyChoice.AS_PROPOSED) {
                continue;
            }
            RemedyPreview preview = previews.of(complaint, evidence, Verdict.supposed(complaint, ruling, choice));
            answers.computeIfAbsent(preview, shown -> new ArrayList<>())
                    .add(EnumWords.word(ruling) + " " + claim + " " + EnumWords.word(choice));
        }
    }

    static ProposedPart proposed(RemedyPreview preview, List<String> answers) {
        return new ProposedPart(
                answers,
                preview.digest(),
                preview.isOnlyApology() ? "Apology, no money" : "",
                preview.kinds().stream().map(StaffFormat::label).collect(Collectors.joining(", ")),
                preview.isOnlyApology()
                        ? List.of()
                        : preview.parts().stream()
                                .map(part -> new PlannedRemedy(
                                        StaffFormat.label(part.kind()), StaffFormat.amount(part.amount()), part.what()))
                                .toList(),
                preview.goods().stream()
                        .map(goods -> new GoodsPart(
                                goods.article(),
                                way(goods.way()),
                                goods.payWhen() == PayWhen.ON_RECEIPT ? "Paid on receipt" : "",
                                goods.reason()))
                        .toList(),
                preview.sentence(),
                StaffFormat.orEmpty(preview.obstacle()));
    }

    private static String way(GoodsBack way) {
        return switch (way) {
            case LABEL -> "Back by label";
            case PICK_UP -> "Back by pick-up";
            case KEEP -> "Kept";
        };
    }

    /** What was found to be affected comes first. */
    private static List<ChoosableLine> lines(Owed owed, Evidence evidence) {
        Set<Integer> affected =
                evidence.affected().stream().map(Evidence.Affected::line).collect(Collectors.toSet());
        List<LineOwed> shown = owed.lines().stream()
                .sorted(Comparator.comparing((LineOwed line) -> !affected.contains(line.line()))
                        .thenComparing(LineOwed::line))
                .limit(MOST_LINES)
                .toList();
        List<ChoosableLine> lines = new ArrayList<>();
        int slots = 0;
        for (LineOwed line : shown) {
            boolean asksPieces = line.ordered() > 1 && line.ordered() <= MOST_PIECES && slots < SLOTS;
            slots += asksPieces ? 1 : 0;
            lines.add(choosable(line, asksPieces ? slots : 0));
        }
        return lines;
    }

    private static ChoosableLine choosable(LineOwed line, int slot) {
        String name = line.line() + ". "
                + StaffFormat.shortened(line.description() == null ? line.sku() : line.description(), LONGEST_NAME);
        String label = "%s: %d × %s, left to give back %s"
                .formatted(
                        name,
                        line.ordered(),
                        line.unitPrice().getAmount().toPlainString(),
                        StaffFormat.amount(line.left()));
        List<PiecesAnswer> pieces = slot == 0
                ? List.of()
                : IntStream.rangeClosed(1, line.ordered())
                        .mapToObj(count -> new PiecesAnswer(count + " of " + line.ordered(), count))
                        .toList();
        return new ChoosableLine(line.line(), String.valueOf(line.line()), name, label, line.ordered(), slot, pieces);
    }

    private static Affected affected(List<ChoosableLine> lines, Optional<Evidence> known) {
        Map<Integer, Integer> found = known.map(Evidence::affected).orElse(List.of()).stream()
                .collect(Collectors.toMap(Evidence.Affected::line, Evidence.Affected::quantity, Integer::sum));
        List<ChoosableLine> affected =
                lines.stream().filter(line -> found.containsKey(line.line())).toList();
        return new Affected(
                !lines.isEmpty() && affected.isEmpty(),
                affected.stream().map(ChoosableLine::value).toList(),
                affected.stream()
                        .filter(line -> line.slot() > 0 && found.get(line.line()) < line.quantity())
                        .collect(Collectors.toMap(ChoosableLine::slot, line -> found.get(line.line()))));
    }

    private static Optional<String> deliveryFee(Owed owed) {
        return owed.fees().stream()
                .filter(fee -> fee.kind() == FeeKind.DELIVERY && fee.left().isPositive())
                .map(FeeOwed::left)
                .map(StaffFormat::amount)
                .findFirst();
    }

    private static List<ChoosableFee> fees(Owed owed) {
        return owed.fees().stream()
                .filter(fee -> fee.kind() == FeeKind.OTHER && fee.left().isPositive())
                .map(fee -> new ChoosableFee(
                        fee.name(), fee.name() + ": left to give back " + StaffFormat.amount(fee.left())))
                .toList();
    }

    private static List<FigurePart> figures(Owed owed) {
        return owed.figures().stream()
                .map(figure -> new FigurePart(
                        StaffFormat.label(figure.kind()), figure.detail(), StaffFormat.amount(figure.amount())))
                .toList();
    }
}
