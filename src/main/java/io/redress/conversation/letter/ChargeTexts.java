package io.redress.conversation.letter;

import io.redress.remedy.ledger.Remedy;
import io.redress.remedy.ledger.RemedyStatus;
import io.redress.verification.evidence.Evidence.Standing;
import io.redress.verification.evidence.Evidence.WrongCharge;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.stereotype.Component;

/**
 * The texts for customers on what becomes of each charge that should not have been made, and what that is altogether.
 */
@Component
class ChargeTexts {

    private final Texts texts;

    ChargeTexts(Texts texts) {
        this.texts = texts;
    }

    /**
     * A wrong charge with what the customer gets back of it by this decision.
     *
     * @param leftToBank whether that was dropped because the customer's bank decides
     */
    record Told(WrongCharge charge, List<Remedy> refunds, boolean leftToBank) {

        /** Whether some of it is at the customer's bank, which takes its time to show it. */
        boolean isAtBank() {
            return refunds.stream()
                    .anyMatch(refund -> refund.status() == RemedyStatus.SETTLED && refund.paymentReference() != null);
        }

        private Money now() {
            return refunds.stream()
                    .map(Remedy::money)
                    .reduce(Money.zero(charge.amount().getCurrencyUnit()), Money::plus);
        }
    }

    /**
     * Every wrong charge, oldest first, and then the totals.
     *
     * @param reader sees prices
     */
    List<LetterFact> of(List<Told> charges, Addressee addressee) {
        List<LetterFact> facts = new ArrayList<>();
        Optional<Told> lastAtBank = charges.stream().filter(Told::isAtBank).reduce((earlier, later) -> later);
        for (Told told : charges) {
            String banks = lastAtBank.filter(told::equals).isPresent() ? " " + text(addressee, "remedy.banks") : "";
            sentence(told, addressee)
                    .map(sentence -> sentence + banks)
                    .ifPresent(sentence -> facts.add(new LetterFact(label(told.charge(), addressee), sentence)));
        }
        Stream.of(total("now", totals(charges, Told::now), addressee), altogether(charges, addressee))
                .flatMap(Optional::stream)
                .forEach(facts::add);
        return facts;
    }

    private Optional<String> sentence(Told told, Addressee addressee) {
        WrongCharge charge = told.charge();
        if (!told.refunds().isEmpty()) {
            return Optional.of(refunded(told, addressee));
        }
        String amount = amount(charge.amount(), addressee);
        if (told.leftToBank() || charge.standing() == Standing.AT_BANK) {
            return Optional.of(text(addressee, "charge.at_bank", amount));
        }
        return switch (charge.standing()) {
            case GIVEN_BACK -> Optional.of(text(addressee, "charge.given_back", amount));
            case TAKEN_BACK -> Optional.of(text(addressee, "charge.taken_back", amount));
            default -> Optional.empty();
        };
    }

    private String refunded(Told told, Addressee addressee) {
        String refunds =
                told.refunds().stream().map(refund -> refund(refund, addressee)).collect(Collectors.joining(" "));
        Money before = told.charge().givenBack();
        return before.isZero()
                ? refunds
                : text(addressee, "charge.part", amount(told.charge().amount(), addressee), amount(before, addressee))
                        + " " + refunds;
    }

    private String refund(Remedy refund, Addressee addressee) {
        String way = refund.paymentReference() == null ? "elsewhere" : "back";
        String state = refund.status() == RemedyStatus.SETTLED ? "settled" : "open";
        return text(
                addressee,
                "remedy.money.%s.%s".formatted(way, state),
                amount(refund.money(), addressee),
                addressee.day(refund.changedAt()));
    }

    /** When it was charged, and for which period where that is another moment. */
    private String label(WrongCharge charge, Addressee addressee) {
        String label = charge.chargedAt() == null
                ? text(addressee, "remedy.refund")
                : text(addressee, "charge.label", addressee.day(charge.chargedAt()));
        return charge.periodStart() == null || charge.periodStart().equals(charge.chargedAt())
                ? label
                : text(
                        addressee,
                        "remedy.about",
                        label,
                        text(addressee, "remedy.period", addressee.day(charge.periodStart())));
    }

    /** Said where something was given back before, by whomever. */
    private Optional<LetterFact> altogether(List<Told> charges, Addressee addressee) {
        boolean before =
                charges.stream().anyMatch(told -> told.charge().givenBack().isPositive());
        return before
                ? total(
                        "altogether",
                        totals(charges, told -> told.charge().givenBack().plus(told.now())),
                        addressee)
                : Optional.empty();
    }

    private Optional<LetterFact> total(String which, Map<CurrencyUnit, Money> totals, Addressee addressee) {
        String amounts = totals.values().stream()
                .filter(Money::isPositive)
                .map(total -> amount(total, addressee))
                .collect(Collectors.joining(" + "));
        return amounts.isEmpty()
                ? Optional.empty()
                : Optional.of(new LetterFact(text(addressee, "charge.total." + which), amounts));
    }

    private static Map<CurrencyUnit, Money> totals(List<Told> charges, Function<Told, Money> amount) {
        Map<CurrencyUnit, Money> totals = new TreeMap<>();
        charges.forEach(
                told -> totals.merge(told.charge().amount().getCurrencyUnit(), amount.apply(told), Money::plus));
        return totals;
    }

    private static String amount(Money money, Addressee addressee) {
        return addressee.amount(money).orElseThrow();
    }

    private String text(Addressee addressee, String code, Object... values) {
        return texts.get(addressee.locale(), code, values);
    }
}
