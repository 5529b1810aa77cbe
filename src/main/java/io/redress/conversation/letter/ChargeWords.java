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

/** Says in a customer's words what becomes of each charge that should not have been made, and what that is altogether. */
@Component
class ChargeWords {

    private final Texts texts;

    ChargeWords(Texts texts) {
        this.texts = texts;
    }

    /**
     * A wrong charge with what the customer gets back of it by this decision.
     *
     * @param leftToBank whether that was let go of because the customer's bank decides
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
    List<Fact> of(List<Told> charges, Reader reader) {
        List<Fact> facts = new ArrayList<>();
        Optional<Told> lastAtBank = charges.stream().filter(Told::isAtBank).reduce((earlier, later) -> later);
        for (Told told : charges) {
            String banks = lastAtBank.filter(told::equals).isPresent() ? " " + text(reader, "remedy.banks") : "";
            sentence(told, reader)
                    .map(sentence -> sentence + banks)
                    .ifPresent(sentence -> facts.add(new Fact(label(told.charge(), reader), sentence)));
        }
        Stream.of(total("now", totals(charges, Told::now), reader), altogether(charges, reader))
                .flatMap(Optional::stream)
                .forEach(facts::add);
        return facts;
    }

    private Optional<String> sentence(Told told, Reader reader) {
        WrongCharge charge = told.charge();
        if (!told.refunds().isEmpty()) {
            return Optional.of(refunded(told, reader));
        }
        String amount = amount(charge.amount(), reader);
        if (told.leftToBank() || charge.standing() == Standing.AT_BANK) {
            return Optional.of(text(reader, "charge.at_bank", amount));
        }
        return switch (charge.standing()) {
            case GIVEN_BACK -> Optional.of(text(reader, "charge.given_back", amount));
            case TAKEN_BACK -> Optional.of(text(reader, "charge.taken_back", amount));
            default -> Optional.empty();
        };
    }

    private String refunded(Told told, Reader reader) {
        String refunds =
                told.refunds().stream().map(refund -> refund(refund, reader)).collect(Collectors.joining(" "));
        Money before = told.charge().givenBack();
        return before.isZero()
                ? refunds
                : text(reader, "charge.part", amount(told.charge().amount(), reader), amount(before, reader)) + " "
                        + refunds;
    }

    private String refund(Remedy refund, Reader reader) {
        String way = refund.paymentReference() == null ? "elsewhere" : "back";
        String state = refund.status() == RemedyStatus.SETTLED ? "settled" : "open";
        return text(
                reader,
                "remedy.money.%s.%s".formatted(way, state),
                amount(refund.money(), reader),
                reader.day(refund.changedAt()));
    }

    /** When it was charged, and for which period where that is another moment. */
    private String label(WrongCharge charge, Reader reader) {
        String label = charge.chargedAt() == null
                ? text(reader, "remedy.refund")
                : text(reader, "charge.label", reader.day(charge.chargedAt()));
        return charge.periodStart() == null || charge.periodStart().equals(charge.chargedAt())
                ? label
                : text(reader, "remedy.about", label, text(reader, "remedy.period", reader.day(charge.periodStart())));
    }

    /** Said where something was given back before, by whomever. */
    private Optional<Fact> altogether(List<Told> charges, Reader reader) {
        boolean before =
                charges.stream().anyMatch(told -> told.charge().givenBack().isPositive());
        return before
                ? total(
                        "altogether",
                        totals(charges, told -> told.charge().givenBack().plus(told.now())),
                        reader)
                : Optional.empty();
    }

    private Optional<Fact> total(String which, Map<CurrencyUnit, Money> totals, Reader reader) {
        String amounts = totals.values().stream()
                .filter(Money::isPositive)
                .map(total -> amount(total, reader))
                .collect(Collectors.joining(" + "));
        return amounts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Fact(text(reader, "charge.total." + which), amounts));
    }

    private static Map<CurrencyUnit, Money> totals(List<Told> charges, Function<Told, Money> amount) {
        Map<CurrencyUnit, Money> totals = new TreeMap<>();
        charges.forEach(
                told -> totals.merge(told.charge().amount().getCurrencyUnit(), amount.apply(told), Money::plus));
        return totals;
    }

    private static String amount(Money money, Reader reader) {
        return reader.amount(money).orElseThrow();
    }

    private String text(Reader reader, String code, Object... values) {
        return texts.get(reader.locale(), code, values);
    }
}
