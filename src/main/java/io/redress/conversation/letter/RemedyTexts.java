package io.redress.conversation.letter;

import io.redress.complaint.file.Complaint;
import io.redress.conversation.letter.ChargeTexts.Told;
import io.redress.core.text.EnumWords;
import io.redress.remedy.ledger.Remedy;
import io.redress.remedy.ledger.RemedyKind;
import io.redress.remedy.ledger.RemedyLedger;
import io.redress.remedy.ledger.RemedyStatus;
import io.redress.remedy.owed.FeeKind;
import io.redress.remedy.returns.WayBack;
import io.redress.remedy.returns.WaysBack;
import io.redress.verification.evidence.Evidence;
import io.redress.verification.evidence.Evidence.WrongCharge;
import io.redress.verification.gathering.Verification;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The texts for customers on what is made good, and how far it is; nothing for an addressee who may not know of the
 * order.
 */
@Component
public class RemedyTexts {

    private static final Set<RemedyStatus> TOLD =
            Set.of(RemedyStatus.APPROVED, RemedyStatus.SENT, RemedyStatus.UNKNOWN, RemedyStatus.SETTLED);

    private final RemedyLedger ledger;
    private final WaysBack waysBack;
    private final Verification verification;
    private final ChargeTexts charges;
    private final GoodwillTexts goodwill;
    private final RefundTotals totals;
    private final Texts texts;

    RemedyTexts(
            RemedyLedger ledger,
            WaysBack waysBack,
            Verification verification,
            ChargeTexts charges,
            GoodwillTexts goodwill,
            RefundTotals totals,
            Texts texts) {
        this.ledger = ledger;
        this.waysBack = waysBack;
        this.verification = verification;
        this.charges = charges;
        this.goodwill = goodwill;
        this.totals = totals;
        this.texts = texts;
    }

    /** Every remedy of the case's present round that the customer has or will have. */
    public List<LetterFact> ofRound(Complaint complaint, Addressee addressee) {
        return facts(complaint, addressee, remedies(complaint, TOLD, complaint.round()));
    }

    /**
     * What the present round brings the customer; where charges were wrong, each of them, those that nothing is left of
     * too.
     */
    List<LetterFact> decided(Complaint complaint, Addressee addressee) {
        List<Told> charges = addressee.knowsOrder() && addressee.seesPrices() ? charges(complaint) : List.of();
        if (charges.stream().allMatch(told -> told.refunds().isEmpty() && !told.leftToBank())) {
            return ofRound(complaint, addressee);
        }
        Set<UUID> told = charges.stream()
                .flatMap(charge -> charge.refunds().stream())
                .map(Remedy::id)
                .collect(Collectors.toSet());
        List<LetterFact> facts = new ArrayList<>(this.charges.of(charges, addressee));
        facts.addAll(facts(
                complaint,
                addressee,
                remedies(complaint, TOLD, complaint.round()).stream()
                        .filter(remedy -> !told.contains(remedy.id()))
                        .toList(),
                charges.stream().anyMatch(Told::isAtBank)));
        return facts;
    }

    private List<Told> charges(Complaint complaint) {
        List<Remedy> refunds = ledger.of(complaint.number()).stream()
                .filter(remedy -> remedy.kind() == RemedyKind.REFUND && remedy.round() == complaint.round())
                .toList();
        return verification.evidence(complaint.number()).map(Evidence::wrongCharges).orElse(List.of()).stream()
                .map(charge -> told(
                        charge,
                        refunds.stream()
                                .filter(refund -> charge.charge().equals(refund.charge()))
                                .toList()))
                .toList();
    }

    private Told told(WrongCharge charge, List<Remedy> refunds) {
        return new Told(
                charge,
                refunds.stream()
                        .filter(refund -> TOLD.contains(refund.status()))
                        .toList(),
                refunds.stream().anyMatch(ledger::isLeftToBank));
    }

    /** Whether money that had been paid back came back to us. */
    boolean cameBack(Complaint complaint) {
        return ledger.of(complaint.number()).stream()
                .anyMatch(remedy -> remedy.kind() == RemedyKind.REFUND
                        && remedy.status() == RemedyStatus.FAILED
                        && remedy.providerReference() != null);
    }

    /** Every remedy of the case that the customer has or will have. */
    public List<LetterFact> ofCase(Complaint complaint, Addressee addressee) {
        return facts(complaint, addressee, remedies(complaint, TOLD, null));
    }

    /** Some remedies of the case. */
    List<LetterFact> of(Complaint complaint, Addressee addressee, List<Remedy> some) {
        return facts(complaint, addressee, some);
    }

    /** Whether money of the case is agreed, and paid once goods are with us. */
    boolean awaitsGoods(Complaint complaint) {
        return ledger.of(complaint.number()).stream().anyMatch(ledger::awaitsGoods);
    }

    /**
     * The articles that the customer has and may keep, though they are paid back or sent again; empty where there are
     * none.
     */
    Optional<String> kept(Complaint complaint, Addressee addressee) {
        String kept = waysBack.of(complaint).stream()
                .filter(wayBack -> !wayBack.comesBack())
                .map(WayBack::article)
                .collect(Collectors.joining(", "));
        return Optional.of(kept).filter(articles -> addressee.knowsOrder() && !articles.isEmpty());
    }

    /** What the customer keeps whatever happens to the case. */
    List<LetterFact> settled(Complaint complaint, Addressee addressee) {
        return facts(complaint, addressee, remedies(complaint, Set.of(RemedyStatus.SETTLED), null));
    }

    /** Whether the warehouse could not send again what we wanted to send, so that its price is paid back. */
    boolean outOfStock(Complaint complaint, Addressee addressee) {
        return addressee.knowsOrder()
                && remedies(complaint, Set.of(RemedyStatus.FAILED), complaint.round()).stream()
                        .anyMatch(remedy -> remedy.kind() == RemedyKind.REPLACEMENT && !remedy.notOwed())
                && remedies(complaint, TOLD, complaint.round()).stream()
                        .anyMatch(remedy -> remedy.kind() == RemedyKind.REFUND);
    }

    /** Whether some of what the decision gave back turned out not to be owed. */
    boolean notOwed(Complaint complaint, Addressee addressee) {
        return addressee.knowsOrder()
                && remedies(complaint, Set.of(RemedyStatus.FAILED), complaint.round()).stream()
                        .anyMatch(remedy -> remedy.kind() == RemedyKind.REFUND && remedy.notOwed());
    }

    /** Whether a charge that recurs was stopped. */
    boolean endedSubscription(Complaint complaint, Addressee addressee) {
        return addressee.knowsOrder()
                && ledger.of(complaint.number()).stream()
                        .filter(remedy -> remedy.round() == complaint.round() && remedy.surplusSubscription() != null)
                        .anyMatch(remedy -> remedy.status() == RemedyStatus.SETTLED || ledger.isLeftToBank(remedy));
    }

    private List<Remedy> remedies(Complaint complaint, Set<RemedyStatus> states, Integer round) {
        return ledger.of(complaint.number()).stream()
                .filter(remedy -> states.contains(remedy.status()) && (round == null || remedy.round() == round))
                .filter(remedy -> remedy.kind() != RemedyKind.APOLOGY)
                .toList();
    }

    private List<LetterFact> facts(Complaint complaint, Addressee addressee, List<Remedy> remedies) {
        return facts(complaint, addressee, remedies, false);
    }

    private List<LetterFact> facts(Complaint complaint, Addressee addressee, List<Remedy> remedies, boolean banksSaid) {
        if (!addressee.knowsOrder()) {
            return List.of();
        }
        Optional<Evidence> evidence = verification.evidence(complaint.number());
        List<LetterFact> facts = new ArrayList<>();
        for (Remedy remedy : remedies) {
            facts.add(new LetterFact(label(remedy, addressee, evidence), sentence(remedy, addressee)));
        }
        remedies.stream()
                .filter(remedy -> !banksSaid && isBackAtBank(remedy))
                .reduce((earlier, later) -> later)
                .ifPresent(last -> sayWhenBanksShowIt(facts, remedies.indexOf(last), addressee));
        facts.addAll(totals.of(
                remedies.stream()
                        .filter(remedy -> remedy.kind() == RemedyKind.REFUND)
                        .map(Remedy::money)
                        .toList(),
                addressee));
        return facts;
    }

    private String label(Remedy remedy, Addressee addressee, Optional<Evidence> evidence) {
        String kind = remedy.kind() == RemedyKind.GOODWILL
                ? goodwill.label(remedy, addressee)
                : texts.get(addressee.locale(), "remedy." + EnumWords.word(remedy.kind()));
        return about(remedy, addressee, evidence)
                .map(what -> texts.get(addressee.locale(), "remedy.about", kind, what))
                .orElse(kind);
    }

    private String sentence(Remedy remedy, Addressee addressee) {
        return switch (remedy.kind()) {
            case REFUND -> money(remedy, addressee, wayOf(remedy));
            case GOODWILL -> goodwill.sentence(remedy, addressee).orElseGet(() -> money(remedy, addressee, "credit"));
            case REPLACEMENT -> goods(remedy, addressee);
            default ->
                texts.get(addressee.locale(), "remedy.%s.%s".formatted(EnumWords.word(remedy.kind()), state(remedy)));
        };
    }

    private static String wayOf(Remedy refund) {
        return refund.paymentReference() == null ? "elsewhere" : "back";
    }

    private static boolean isBackAtBank(Remedy remedy) {
        return remedy.kind() == RemedyKind.REFUND
                && remedy.status() == RemedyStatus.SETTLED
                && wayOf(remedy).equals("back");
    }

    /** It goes for every refund, and is said with the last one. */
    private void sayWhenBanksShowIt(List<LetterFact> facts, int last, Addressee addressee) {
        LetterFact fact = facts.get(last);
        facts.set(
                last, new LetterFact(fact.label(), fact.value() + " " + texts.get(addressee.locale(), "remedy.banks")));
    }

    private String money(Remedy remedy, Addressee addressee, String way) {
        String code = ledger.awaitsGoods(remedy)
                ? "remedy.money.on_receipt"
                : "remedy.money.%s.%s".formatted(way, state(remedy));
        String day = addressee.day(remedy.changedAt());
        return addressee
                .amount(remedy.money())
                .map(amount -> texts.get(addressee.locale(), code, amount, day))
                .orElseGet(() -> texts.get(addressee.locale(), "remedy.money.unnamed." + state(remedy), day));
    }

    private String goods(Remedy remedy, Addressee addressee) {
        String sentence =
                texts.get(addressee.locale(), "remedy.replacement." + state(remedy), addressee.day(remedy.changedAt()));
        return remedy.trackingCode() == null
                ? sentence
                : sentence + " " + texts.get(addressee.locale(), "remedy.tracking", remedy.trackingCode());
    }

    private static String state(Remedy remedy) {
        return remedy.status() == RemedyStatus.SETTLED ? "settled" : "open";
    }

    /** The articles, or the period that was charged twice. */
    private Optional<String> about(Remedy remedy, Addressee addressee, Optional<Evidence> evidence) {
        if (evidence.isEmpty()) {
            return Optional.empty();
        }
        String named = Stream.concat(articles(remedy, evidence.get()), fees(remedy, addressee))
                .collect(Collectors.joining(", "));
        if (!named.isEmpty()) {
            return Optional.of(named);
        }
        return evidence.get().wrongCharges().stream()
                .filter(wrong -> wrong.charge().equals(remedy.charge()) && wrong.periodStart() != null)
                .map(Evidence.WrongCharge::periodStart)
                .map((Instant start) -> texts.get(addressee.locale(), "remedy.period", addressee.day(start)))
                .findFirst();
    }

    private Stream<String> fees(Remedy remedy, Addressee addressee) {
        return remedy.fees().stream()
                .filter(fee -> fee.amount().signum() > 0)
                .map(fee ->
                        fee.kind() == FeeKind.DELIVERY ? texts.get(addressee.locale(), "remedy.delivery") : fee.name())
                .sorted();
    }

    private static Stream<String> articles(Remedy remedy, Evidence evidence) {
        Map<String, String> names = evidence.affected().stream()
                .filter(part -> part.description() != null)
                .collect(Collectors.toMap(Evidence.Affected::sku, Evidence.Affected::description, (one, same) -> one));
        return remedy.items().stream()
                .filter(item -> item.quantity() > 0)
                .map(item -> item.quantity() + " × " + names.getOrDefault(item.sku(), item.sku()))
                .sorted();
    }
}
