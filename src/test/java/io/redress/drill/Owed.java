package io.redress.drill;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What a case has to lead to, worked out from order and payment alone, in the plainest way, without any of the
 * application's code.
 *
 * @param refunds each as {@code charge amount currency}, in minor units, sorted; of what the shop holds itself the payment
 *     stands for the charge
 * @param shipments each as {@code quantity×sku} of everything in it, sorted
 * @param credits the credits on the customer's balance at the payment provider, in minor units
 * @param endedSubscriptions how many of the customer's subscriptions have ended
 */
record Owed(List<String> refunds, List<String> shipments, List<Long> credits, int endedSubscriptions) {

    private static final Owed NOTHING = new Owed(List.of(), List.of(), List.of(), 0);

    /** Ten in a hundred for a failure that repeats, in time. */
    private static final BigDecimal GOODWILL = new BigDecimal("0.10");

    static Owed by(DrillCase filed, Books books) {
        var order = filed.order();
        var everything = contents(order.path("items"));
        return switch (filed.kind()) {
            case LOST_PARCEL, ASKED_TWICE, REFUND_RETURNS ->
                new Owed(whole(order, books), List.of(everything), List.of(), 0);
            case PAID_BY_SHOP, PAID_BY_TWO -> new Owed(eachPayment(order, books), List.of(everything), List.of(), 0);
            case NO_STOCK -> new Owed(whole(order, books), List.of(), List.of(), 0);
            case ONE_OF_THREE -> secondParcel(order, books);
            case FAILS_AGAIN -> new Owed(List.of(), List.of(everything), List.of(goodwill(order)), 0);
            case BILLED_TWICE -> new Owed(wrongCharges(order, books), List.of(), List.of(), 1);
            case SIGNED_FOR, ABOVE_AUTHORITY, TWO_WANTED -> NOTHING;
        };
    }

    /** What a parcel holds, in one line. */
    static String contents(JsonNode items) {
        return String.join(
                " ",
                each(items)
                        .map(item -> item.path("quantity").asInt() + "×"
                                + item.path("sku").asText())
                        .sorted()
                        .toList());
    }

    static String refund(JsonNode charge, long amount) {
        return refund(
                charge.path("id").asText(), amount, charge.path("currency").asText());
    }

    /** @param from the charge, or the payment that the shop holds itself */
    static String refund(String from, long amount, String currency) {
        return "%s %d %s".formatted(from, amount, currency.toLowerCase(Locale.ROOT));
    }

    /** What each payment took, from where it was taken. */
    private static List<String> eachPayment(JsonNode order, Books books) {
        return each(order.path("payments"))
                .map(payment -> payment.path("provider").asText().equals("shop")
                        ? refund(
                                payment.path("reference").asText(),
                                minor(payment.path("amount")),
                                payment.path("currency").asText())
                        : refund(onlyCharge(order, books), minor(payment.path("amount"))))
                .sorted()
                .toList();
    }

    private static List<String> whole(JsonNode order, Books books) {
        return List.of(refund(onlyCharge(order, books), minor(order.path("total"))));
    }

    private static Owed secondParcel(JsonNode order, Books books) {
        var lost = order.at("/shipments/1/items");
        var price = each(lost)
                .mapToLong(item -> item.path("quantity").asInt() * unitPrice(order, item))
                .sum();
        return new Owed(List.of(refund(onlyCharge(order, books), price)), List.of(contents(lost)), List.of(), 0);
    }

    private static long unitPrice(JsonNode order, JsonNode item) {
        return each(order.path("items"))
                .filter(line -> line.path("sku").equals(item.path("sku")))
                .mapToLong(line -> minor(line.path("unitPrice")))
                .findFirst()
                .orElseThrow();
    }

    private static long goodwill(JsonNode order) {
        var price = new BigDecimal(order.at("/items/0/unitPrice").asText());
        return price.multiply(GOODWILL).movePointRight(2).longValueExact();
    }

    /** Of the two charges of each month the later one, without the one that somebody paid back before. */
    private static List<String> wrongCharges(JsonNode order, Books books) {
        var charges = books.charges(order);
        var wrong = new ArrayList<String>();
        for (int later = 1; later < charges.size(); later += 2) {
            var charge = charges.get(later);
            if (!books.isRefundedByHand(charge)) {
                wrong.add(refund(charge, charge.path("amount").asLong()));
            }
        }
        return wrong.stream().sorted().toList();
    }

    private static JsonNode onlyCharge(JsonNode order, Books books) {
        return books.charges(order).get(0);
    }

    static long minor(JsonNode amount) {
        return new BigDecimal(amount.asText()).movePointRight(2).longValueExact();
    }

    private static Stream<JsonNode> each(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
