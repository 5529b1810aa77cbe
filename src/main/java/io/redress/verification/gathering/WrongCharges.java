package io.redress.verification.gathering;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.redress.outside.order.Order;
import io.redress.verification.evidence.Charge;
import io.redress.verification.evidence.Evidence.Standing;
import io.redress.verification.evidence.Evidence.WrongCharge;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;

/**
 * Charges that should not have been made. A charge is wrong where the same line of the same order was charged the same
 * amount before in the same billing period, and that earlier charge stands; the earliest stays. Two wanted subscriptions
 * are two lines of an order and so never each other's duplicate. What is left of a wrong charge is to be given back,
 * unless the customer's bank decides about it; whatever is less certain is a person's question.
 */
final class WrongCharges {

    private static final Comparator<Charge> OLDEST_FIRST =
            Comparator.comparing(Charge::chargedAt).thenComparing(Charge::charge);

    private WrongCharges() {}

    /** The wrong ones among the charges of an order's recurring lines, by line; oldest first. */
    static List<WrongCharge> ofSubscriptions(Map<String, List<Charge>> byLine, Order order) {
        List<Judged> judged = new ArrayList<>();
        byLine.forEach((line, charges) -> charges.stream()
                .sorted(OLDEST_FIRST)
                .collect(groupingBy(Charge::amount, LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(same -> judged.addAll(beyondWanted(same, wantedPerPeriod(order, line)))));
        Set<String> surplus = surplusSubscriptions(
                byLine.values().stream().flatMap(List::stream).toList(), judged);
        return toldOldestFirst(judged, surplus);
    }

    /**
     * The wrong ones among the payments of an order that is paid once: those that come on top of its total and repeat one
     * that belongs to it.
     */
    static List<WrongCharge> ofOrder(List<Charge> payments, Money total) {
        List<Charge> inOrder = payments.stream()
                // What the shop does not know of is rather the surplus one, whenever it was made.
                .sorted(Comparator.comparing((Charge payment) -> !payment.listed())
                        .thenComparing(OLDEST_FIRST))
                .toList();
        List<Charge> staying = new ArrayList<>();
        List<Judged> judged = new ArrayList<>();
        Money paid = Money.zero(total.getCurrencyUnit());
        for (Charge payment : standingFirst(inOrder)) {
            List<Charge> same = staying.stream()
                    .filter(stays -> stays.amount().equals(payment.amount()))
                    .toList();
            boolean comparable = payment.amount().isSameCurrency(total);
            boolean belongs = comparable ? !paid.plus(payment.amount()).isGreaterThan(total) : same.isEmpty();
            if (payment.stands() && belongs) {
                staying.add(payment);
                paid = comparable ? paid.plus(payment.amount()) : paid;
            } else if (!same.isEmpty()) {
                judged.add(new Judged(payment, same, comparable));
            }
        }
        return toldOldestFirst(judged, Set.of());
    }

    private static int wantedPerPeriod(Order order, String orderLine) {
        return order.lines().stream()
                .filter(line -> line.recurring() && String.valueOf(line.line()).equals(orderLine))
                .mapToInt(Order.Line::quantity)
                .findFirst()
                // A line that the shop does not know is not judged by us.
                .orElse(Integer.MAX_VALUE);
    }

    /** The charges in whose period as many others stay as are wanted: earlier ones, or those that stand while it does not. */
    private static List<Judged> beyondWanted(List<Charge> oldestFirst, int wanted) {
        List<Charge> staying = new ArrayList<>();
        List<Judged> wrong = new ArrayList<>();
        for (Charge charge : standingFirst(oldestFirst)) {
            List<Charge> besides = staying.stream().filter(charge::overlaps).toList();
            if (mostAtOnce(besides, charge) >= wanted) {
                wrong.add(new Judged(charge, besides, true));
            } else if (charge.stands()) {
                staying.add(charge);
            }
        }
        return wrong;
    }

    private static List<Charge> standingFirst(List<Charge> charges) {
        return Stream.concat(
                        charges.stream().filter(Charge::stands),
                        charges.stream().filter(charge -> !charge.stands()))
                .toList();
    }

    /** How many of the others cover one and the same moment of a charge's period. */
    private static long mostAtOnce(List<Charge> others, Charge charge) {
        return Stream.concat(Stream.of(charge), others.stream())
                .map(Charge::periodStart)
                .filter(charge::covers)
                .mapToLong(moment ->
                        others.stream().filter(other -> other.covers(moment)).count())
                .max()
                .orElse(0);
    }

    /** Those whose every charge that stands is wrong. */
    private static Set<String> surplusSubscriptions(List<Charge> charges, List<Judged> judged) {
        Map<String, Long> standing = bySubscription(charges.stream());
        Map<String, Long> wrong = bySubscription(judged.stream().map(Judged::charge));
        return wrong.keySet().stream()
                .filter(subscription -> wrong.get(subscription).equals(standing.get(subscription)))
                .collect(Collectors.toSet());
    }

    private static Map<String, Long> bySubscription(Stream<Charge> charges) {
        return charges.filter(Charge::stands).collect(groupingBy(Charge::subscription, counting()));
    }

    private static List<WrongCharge> toldOldestFirst(List<Judged> judged, Set<String> surplus) {
        return judged.stream()
                .sorted(Comparator.comparing(Judged::charge, OLDEST_FIRST))
                .map(wrong -> wrong.told(surplus))
                .toList();
    }

    /**
     * A wrong charge, and those that stay in its period.
     *
     * @param comparable whether what was to be paid is known in its currency
     */
    private record Judged(Charge charge, List<Charge> besides, boolean comparable) {

        WrongCharge told(Set<String> surplus) {
            return new WrongCharge(
                    charge.charge(),
                    charge.paymentReference(),
                    charge.amount(),
                    givenBack(),
                    charge.byUs(),
                    standing(),
                    besides.stream().map(Charge::paymentReference).toList(),
                    charge.chargedAt(),
                    charge.subscription() == null ? charge.chargedAt() : charge.periodStart(),
                    charge.goesOn() && surplus.contains(charge.subscription()) ? charge.subscription() : null);
        }

        /** What was given back of one that stays may have been meant for this one, so it is not given back once more. */
        private Money givenBack() {
            return charge.stands()
                    ? besides.stream().map(Charge::givenBack).reduce(charge.givenBack(), Money::plus)
                    : charge.givenBack();
        }

        private Standing standing() {
            if (!charge.stands()) {
                return charge.takenByBank().isPositive() ? Standing.TAKEN_BACK : Standing.GIVEN_BACK;
            }
            if (charge.bankDecides() || besides.stream().anyMatch(Charge::bankDecides)) {
                return Standing.AT_BANK;
            }
            boolean certain = comparable
                    && charge.listed()
                    && charge.takenByBank().isZero()
                    && besides.stream().allMatch(stays -> stays.givenBack().isZero());
            return certain ? Standing.DUE : Standing.UNCLEAR;
        }
    }
}
