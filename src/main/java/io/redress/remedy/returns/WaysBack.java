package io.redress.remedy.returns;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Complaints;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.complaint.timeline.Timeline;
import io.redress.complaint.timeline.TimelineEntry;
import io.redress.complaint.timeline.TimelineKind;
import io.redress.core.input.RefusedInput;
import io.redress.core.text.EnumWords;
import io.redress.remedy.decision.Decisions;
import io.redress.remedy.ledger.Proposal;
import io.redress.remedy.ledger.RefundHolds;
import io.redress.remedy.ledger.Remedy;
import io.redress.remedy.ledger.RemedyKind;
import io.redress.remedy.ledger.RemedyLedger;
import io.redress.remedy.ledger.RemedyStatus;
import io.redress.remedy.owed.CaseSums;
import io.redress.remedy.owed.Parcels;
import io.redress.remedy.owed.PayableAmounts;
import io.redress.remedy.returns.GoodsReturn.Way;
import io.redress.remedy.returns.WayBackTable.Answer;
import io.redress.remedy.returns.WayBackTable.Goods;
import io.redress.verification.evidence.Evidence;
import io.redress.verification.evidence.Evidence.Affected;
import io.redress.verification.finding.Verdict;
import io.redress.verification.finding.WayBackChoice;
import io.redress.verification.finding.WayBackChoice.GoodsBack;
import io.redress.verification.finding.WayBackChoice.PayWhen;
import io.redress.verification.finding.WayBackChoices;
import io.redress.verification.gathering.Verification;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The decisions about the goods that a customer has when their case is decided: by the table of ways back for each
 * affected line, or as a person chose. What is on its way to us from an earlier round is not asked for again.
 */
@Component
public class WaysBack {

    /** The words of the table for what is paid back, in whole or in part, and not replaced. */
    private static final Set<String> PAID = Set.of("refund", "reduction");

    private final Complaints complaints;
    private final Verification verification;
    private final Decisions decisions;
    private final WayBackChoices choices;
    private final WayBackTable table;
    private final RemedyLedger ledger;
    private final GoodsReturnRepository returns;
    private final GoodsReturnRows returnRows;
    private final WayBackRows rows;
    private final RefundHolds holds;
    private final CaseSums sums;
    private final Timeline timeline;

    WaysBack(
            Complaints complaints,
            Verification verification,
            Decisions decisions,
            WayBackChoices choices,
            WayBackTable table,
            RemedyLedger ledger,
            GoodsReturnRepository returns,
            GoodsReturnRows returnRows,
            WayBackRows rows,
            RefundHolds holds,
            CaseSums sums,
            Timeline timeline) {
        this.complaints = complaints;
        this.verification = verification;
        this.decisions = decisions;
        this.choices = choices;
        this.table = table;
        this.ledger = ledger;
        this.returns = returns;
        this.returnRows = returnRows;
        this.rows = rows;
        this.holds = holds;
        this.sums = sums;
        this.timeline = timeline;
    }

    /**
     * What follows for the case.
     *
     * @param goodsComeBack whether a return is to begin
     * @param moneyWaits whether every refund of the case's present round waits for goods, and there is one
     */
    public record Plan(boolean goodsComeBack, boolean moneyWaits) {}

    /** What was decided in the case's present round, by line; nothing of what is not at the customer's. */
    public List<WayBack> of(Complaint complaint) {
        return rows.of(complaint.number(), complaint.round());
    }

    /**
     * Plans what becomes of the goods of a case whose remedies were just proposed. Nothing begins before they stand.
     *
     * @throws RefusedInput where a person lets the money wait and nothing comes back
     */
    @Transactional
    public Plan plan(CaseNumber caseNumber) {
        Complaint complaint = complaints.get(caseNumber);
        Evidence evidence =
                verification.evidence(caseNumber).filter(Evidence::orderFound).orElse(null);
        List<Remedy> remedies = ledger.of(caseNumber).stream()
                .filter(remedy -> remedy.round() == complaint.round())
                .filter(remedy -> remedy.status() != RemedyStatus.SUPERSEDED && remedy.status() != RemedyStatus.FAILED)
                .toList();
        boolean collection = remedies.stream().anyMatch(remedy -> remedy.kind() == RemedyKind.COLLECTION);
        Round round = new Round(complaint, evidence, remedies, collection, expected(complaint));
        List<WayBack> decided = evidence == null ? List.of() : decide(round);
        returnRows.ofRound(complaint).ifPresent(holds::forget);
        rows.replace(caseNumber, complaint.round(), decided);
        Optional<UUID> planned = planReturn(round, decided);
        boolean moneyWaits = hold(round, decided, planned);
        return new Plan(planned.isPresent(), moneyWaits);
    }

    /** @param expected the returns of earlier rounds that are still awaited, with what they bring */
    private record Round(
            Complaint complaint,
            Evidence evidence,
            List<Remedy> remedies,
            boolean collection,
            Map<UUID, List<WayBack>> expected) {

        Optional<UUID> alreadyComing(Affected part) {
            return expected.entrySet().stream()
                    .filter(coming -> coming.getValue().stream()
                            .anyMatch(wayBack -> wayBack.line() == part.line() && wayBack.comesBack()))
                    .map(Map.Entry::getKey)
                    .findFirst();
        }

        boolean has(RemedyKind kind, Affected part) {
            return remedies.stream()
                    .anyMatch(remedy -> remedy.kind() == kind
                            && remedy.items().stream().anyMatch(item -> Objects.equals(item.line(), part.line())));
        }
    }

    /** What earlier rounds still await; a case in its first has none, and forms ask for every choice that they offer. */
    private Map<UUID, List<WayBack>> expected(Complaint complaint) {
        if (complaint.round() == 1) {
            return Map.of();
        }
        return returns.findByCaseNumberOrderByRound(complaint.number().value()).stream()
                .filter(goods -> goods.round() != complaint.round() && goods.isExpected())
                .collect(Collectors.toMap(GoodsReturn::id, goods -> rows.of(goods.number(), goods.round())));
    }

    private List<WayBack> decide(Round round) {
        Optional<Verdict> ruling = decisions.ruling(round.complaint());
        WayBackChoice choice = ruling.map(choices::of).orElse(WayBackChoice.NONE);
        String person = ruling.map(Verdict::foundBy).orElse(TimelineEntry.ENGINE);
        boolean reduced = isReduced(round, ruling);
        List<WayBack> decided = new ArrayList<>();
        for (Affected part : round.evidence().affected()) {
            Optional<String> remedy = remedy(round, part, reduced).filter(word -> travels(round.evidence(), part));
            if (remedy.isPresent() && round.alreadyComing(part).isPresent() && !isReplaced(round, part)) {
                tell(round, part.sku() + " is on its way to us already.");
            } else if (remedy.isPresent()) {
                decide(round, part, remedy.get(), choice, person).ifPresent(decided::add);
            }
        }
        boolean comesBack = round.collection() || decided.stream().anyMatch(WayBack::comesBack);
        boolean askedBack = choice.goodsBack() != null && choice.goodsBack() != GoodsBack.KEEP;
        if (askedBack && !comesBack && round.expected().isEmpty()) {
            throw new RefusedInput(
                    WayBackChoice.GOODS_BACK,
                    "By this decision nothing comes back. Leave it empty, or choose a remedy for goods that the customer has.");
        }
        boolean waits = decided.stream().anyMatch(wayBack -> wayBack.payWhen() == PayWhen.ON_RECEIPT);
        boolean refunded = round.remedies().stream().anyMatch(remedy -> remedy.kind() == RemedyKind.REFUND);
        if (choice.payWhen() == PayWhen.ON_RECEIPT && !refunded) {
            throw new RefusedInput(
                    WayBackChoice.PAY_WHEN, "Nothing is paid back by this decision, so no money can wait for goods.");
        }
        if (choice.payWhen() == PayWhen.ON_RECEIPT && !waits && round.expected().isEmpty()) {
            throw new RefusedInput(
                    WayBackChoice.PAY_WHEN,
                    "Nothing comes back, so the money cannot wait for it. Choose how the goods come back, or pay now.");
        }
        return decided;
    }

    /**
     * What would become of the goods of a case if this were proposed; nothing is written, and nothing is told.
     *
     * @param choice what a person chose of it
     */
    public List<WayBack> propose(
            Complaint complaint, Evidence evidence, List<Proposal> proposals, WayBackChoice choice) {
        boolean collection = proposals.stream().anyMatch(proposal -> proposal.kind() == RemedyKind.COLLECTION);
        Round round = new Round(complaint, evidence, List.of(), collection, expected(complaint));
        return evidence.affected().stream()
                .filter(part -> travels(evidence, part))
                .filter(part -> round.alreadyComing(part).isEmpty())
                .flatMap(part -> remedy(
                        collection,
                        has(proposals, RemedyKind.REFUND, part),
                        has(proposals, RemedyKind.REPLACEMENT, part))
                        .flatMap(remedy -> wayBack(part, remedy, table.ask(goods(round, part, remedy)), choice, ""))
                        .stream())
                .toList();
    }

    private static boolean has(List<Proposal> proposals, RemedyKind kind, Affected part) {
        return proposals.stream()
                .anyMatch(proposal -> proposal.kind() == kind
                        && proposal.items().stream().anyMatch(item -> Objects.equals(item.line(), part.line())));
    }

    private static Optional<String> remedy(boolean collection, boolean refunded, boolean replaced) {
        if (collection) {
            return Optional.of("collection");
        }
        return refunded ? Optional.of("refund") : Optional.of("replacement").filter(word -> replaced);
    }

    /** The goods that replaced the pieces on their way are at the customer's, and are the ones that are meant now. */
    private boolean isReplaced(Round round, Affected part) {
        return ledger.of(round.complaint().number()).stream()
                .filter(remedy -> remedy.kind() == RemedyKind.REPLACEMENT
                        && remedy.round() < round.complaint().round())
                .filter(remedy -> remedy.status() != RemedyStatus.SUPERSEDED && remedy.status() != RemedyStatus.FAILED)
                .flatMap(remedy -> remedy.items().stream())
                .anyMatch(item -> Objects.equals(item.line(), part.line()));
    }

    private Optional<WayBack> decide(Round round, Affected part, String remedy, WayBackChoice choice, String person) {
        Answer answer = table.decide(round.complaint().number(), goods(round, part, remedy));
        Optional<WayBack> decided = wayBack(part, remedy, answer, choice, person);
        tell(round, decided.map(WaysBack::inWords).orElseGet(() -> part.sku() + ": " + answer.reason()));
        return decided;
    }

    private static String inWords(WayBack wayBack) {
        return "%s: %s%s. %s"
                .formatted(
                        wayBack.article(),
                        EnumWords.word(wayBack.way()).replace('_', ' '),
                        wayBack.payWhen() == PayWhen.ON_RECEIPT ? ", paid on receipt" : "",
                        wayBack.reason());
    }

    private static Optional<WayBack> wayBack(
            Affected part, String remedy, Answer answer, WayBackChoice choice, String person) {
        GoodsBack way = choice.goodsBack() == null ? answer.way().orElse(null) : choice.goodsBack();
        if (way == null) {
            return Optional.empty();
        }
        boolean chosen = choice.goodsBack() != null || choice.payWhen() != null;
        boolean paid = PAID.contains(remedy) && way != GoodsBack.KEEP;
        PayWhen wanted = choice.payWhen() == null ? answer.payWhen() : choice.payWhen();
        PayWhen payWhen = paid ? wanted : PayWhen.NOW;
        return Optional.of(new WayBack(
                part.line(),
                part.sku(),
                part.description(),
                part.quantity(),
                part.price(),
                way,
                payWhen,
                chosen ? "As " + person + " chose." : answer.reason(),
                chosen ? person : TimelineEntry.ENGINE,
                null,
                null));
    }

    private void tell(Round round, String text) {
        timeline.engineDid(round.complaint().number(), TimelineKind.RETURN_WAY, text);
    }

    /** In the words of the table; empty where neither money nor goods go out for it, as for a repair. */
    private static Optional<String> remedy(Round round, Affected part, boolean reduced) {
        if (round.collection()) {
            return Optional.of("collection");
        }
        boolean replaced = round.has(RemedyKind.REPLACEMENT, part);
        if (round.has(RemedyKind.REFUND, part)) {
            return Optional.of(reduced ? replaced ? "replacement" : "reduction" : "refund");
        }
        return replaced ? Optional.of("replacement") : Optional.empty();
    }

    /** Whether a person named less than is owed for what is affected, so that the goods stay for the rest of it. */
    private boolean isReduced(Round round, Optional<Verdict> ruling) {
        return ruling.map(Verdict::refundAmount)
                .filter(named -> named.compareTo(owedForLines(round, ruling)) < 0)
                .isPresent();
    }

    private BigDecimal owedForLines(Round round, Optional<Verdict> ruling) {
        return sums.of(round.complaint(), round.evidence(), ruling).lines().stream()
                .map(line -> line.owed().getAmount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Goods goods(Round round, Affected part, String remedy) {
        Complaint complaint = round.complaint();
        return new Goods(
                remedy,
                complaint.claim() == null ? "" : EnumWords.word(complaint.claim()),
                EnumWords.word(round.evidence().parcelState()),
                part.price().getAmount(),
                Parcels.weightGrams(round.evidence().order(), Set.of(part.sku())),
                rows.neverReturned(complaint.number()));
    }

    /** What is charged by the month, or came in no parcel though others did, cannot be sent back. */
    private static boolean travels(Evidence evidence, Affected part) {
        boolean recurring =
                evidence.order().lines().stream().anyMatch(line -> line.line() == part.line() && line.recurring());
        boolean parcelsKnown = evidence.order().shipments().stream()
                .anyMatch(parcel -> !parcel.items().isEmpty());
        return !recurring
                && (!parcelsKnown
                        || !Parcels.of(evidence.order(), Set.of(part.sku())).isEmpty());
    }

    private Optional<UUID> planReturn(Round round, List<WayBack> decided) {
        List<GoodsBack> ways =
                decided.stream().filter(WayBack::comesBack).map(WayBack::way).toList();
        if (ways.isEmpty() && !round.collection()) {
            returnRows.ofRound(round.complaint()).ifPresent(returnRows::unplan);
            return Optional.empty();
        }
        boolean pickUp = round.collection() || ways.contains(GoodsBack.PICK_UP);
        return Optional.of(returnRows.plan(round.complaint(), round.collection(), pickUp ? Way.PICK_UP : Way.LABEL));
    }

    /** @return whether every refund waits, and there is one */
    private boolean hold(Round round, List<WayBack> decided, Optional<UUID> planned) {
        Map<Integer, UUID> awaited = new HashMap<>();
        planned.ifPresent(id -> decided.stream()
                .filter(wayBack -> wayBack.payWhen() == PayWhen.ON_RECEIPT)
                .forEach(wayBack -> awaited.put(wayBack.line(), id)));
        awaited.putAll(awaitedAlready(round));
        boolean paysNow = false;
        boolean waits = false;
        for (Remedy refund : round.remedies()) {
            if (refund.kind() == RemedyKind.REFUND && refund.status() == RemedyStatus.PROPOSED) {
                boolean whole = hold(round.complaint(), refund, awaited);
                waits |= whole || refund.items().stream().anyMatch(item -> awaited.containsKey(item.line()));
                paysNow |= !whole;
            }
        }
        return waits && !paysNow;
    }

    /** Money for what is on its way to us since an earlier round waits for it where that was decided then. */
    private static Map<Integer, UUID> awaitedAlready(Round round) {
        Map<Integer, UUID> awaited = new HashMap<>();
        round.expected().forEach((id, coming) -> coming.stream()
                .filter(wayBack -> wayBack.payWhen() == PayWhen.ON_RECEIPT)
                .forEach(wayBack -> awaited.put(wayBack.line(), id)));
        return awaited;
    }

    /**
     * @return whether the whole refund waits, which it also does where a provider could not move the part that has to
     *     wait by itself
     */
    private boolean hold(Complaint complaint, Remedy refund, Map<Integer, UUID> awaited) {
        Set<Remedy.Item> part = refund.items().stream()
                .filter(item -> awaited.containsKey(item.line()) && item.amount() != null)
                .collect(Collectors.toSet());
        if (part.isEmpty()) {
            return false;
        }
        UUID returnId = awaited.get(part.iterator().next().line());
        boolean whole = part.size() == refund.items().size() || !isPayable(refund, part);
        Remedy held = whole ? refund : ledger.divide(complaint, refund, part);
        holds.hold(held.id(), returnId);
        return whole;
    }

    private static boolean isPayable(Remedy refund, Set<Remedy.Item> part) {
        BigDecimal amount = part.stream().map(Remedy.Item::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return amount.signum() > 0
                && amount.compareTo(refund.amount()) < 0
                && PayableAmounts.isPayable(Money.of(refund.money().getCurrencyUnit(), amount));
    }
}
