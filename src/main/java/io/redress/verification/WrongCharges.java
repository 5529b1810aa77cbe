package io.redress.verification;

import io.redress.order.Order;
import io.redress.payment.SubscriptionCharge;
import io.redress.verification.Evidence.WrongCharge;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.joda.money.Money;

/**
 * Finds charges that should not have been made. A charge is wrong where the same line of the same order was charged the
 * same amount before in the same billing period, and that earlier charge stands; the earliest stays. Two wanted
 * subscriptions are two lines of an order and so never each other's duplicate.
 */
final class WrongCharges {

    private WrongCharges() {}

    /** Wrong charges of an order that nobody has refunded or disputed yet, oldest first. */
    static List<WrongCharge> among(List<SubscriptionCharge> charges, Order order) {
        List<SubscriptionCharge> standing = charges.stream()
                .filter(charge -> charge.refunded().isLessThan(charge.amount()))
                .toList();
        Map<Purpose, List<SubscriptionCharge>> byPurpose = standing.stream()
                .filter(charge -> order.number().equals(charge.orderNumber()) && charge.orderLine() != null)
                .sorted(Comparator.comparing(SubscriptionCharge::chargedAt))
                .collect(Collectors.groupingBy(Purpose::of, LinkedHashMap::new, Collectors.toList()));
        List<SubscriptionCharge> wrong = new ArrayList<>();
        byPurpose.forEach((purpose, same) -> {
            wrong.addAll(beyondWanted(same, wantedPerPeriod(order, purpose.orderLine())));
        });
        Set<String> surplus = surplusSubscriptions(standing, wrong);
        return wrong.stream()
                .filter(charge -> charge.refunded().isZero() && !charge.disputed())
                .sorted(Comparator.comparing(SubscriptionCharge::chargedAt))
                .map(charge -> new WrongCharge(
                        charge.charge(),
                        charge.paymentReference(),
                        charge.amount(),
                        charge.periodStart(),
                        surplus.contains(charge.subscription()) ? charge.subscription() : null))
                .toList();
    }

    private static int wantedPerPeriod(Order order, String orderLine) {
        return order.lines().stream()
                .filter(line -> line.recurring() && String.valueOf(line.line()).equals(orderLine))
                .mapToInt(Order.Line::quantity)
                .findFirst()
                // A line that the shop does not know is not judged by us.
                .orElse(Integer.MAX_VALUE);
    }

    private static Set<String> surplusSubscriptions(List<SubscriptionCharge> standing, List<SubscriptionCharge> wrong) {
        Map<String, Long> charged = countBySubscription(standing);
        Map<String, Long> wronglyCharged = countBySubscription(wrong);
        Set<String> surplus = new HashSet<>();
        wronglyCharged.forEach((subscription, count) -> {
            if (count.equals(charged.get(subscription))) {
                surplus.add(subscription);
            }
        });
        return surplus;
    }

    private static Map<String, Long> countBySubscription(List<SubscriptionCharge> charges) {
        Map<String, Long> counts = new HashMap<>();
        charges.forEach(charge -> counts.merge(charge.subscription(), 1L, Long::sum));
        return counts;
    }

    /** The charges in whose period as many earlier ones stand as are wanted. */
    private static List<SubscriptionCharge> beyondWanted(List<SubscriptionCharge> oldestFirst, int wanted) {
        List<SubscriptionCharge> standing = new ArrayList<>();
        List<SubscriptionCharge> wrong = new ArrayList<>();
        for (SubscriptionCharge charge : oldestFirst) {
            long inSamePeriod = standing.stream()
                    .filter(earlier -> overlap(earlier, charge))
                    .count();
            (inSamePeriod < wanted ? standing : wrong).add(charge);
        }
        return wrong;
    }

    private static boolean overlap(SubscriptionCharge one, SubscriptionCharge other) {
        return one.periodStart().isBefore(other.periodEnd())
                && other.periodStart().isBefore(one.periodEnd());
    }

    /** What a charge was for. */
    private record Purpose(String orderLine, Money amount) {

        static Purpose of(SubscriptionCharge charge) {
            return new Purpose(charge.orderLine(), charge.amount());
        }
    }
}
