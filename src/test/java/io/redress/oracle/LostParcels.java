package io.redress.oracle;

import io.redress.oracle.Situation.Bought;
import io.redress.oracle.Situation.ByHand;
import io.redress.oracle.Situation.Event;
import io.redress.oracle.Situation.Line;
import io.redress.oracle.Situation.Outcome;
import io.redress.oracle.Situation.Paid;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An order at random as a sandbox can stage it: at least one of its parcels is lost, payments are held by two providers,
 * and somebody may have paid money back by hand. The same for the same seed.
 *
 * @param parcels the lines in each; the first {@code lost} of them are lost, the others were delivered
 * @param shopHolds for each payment, whether the shop holds it and not Stripe
 * @param byHand what was paid back of each payment by hand
 */
public record LostParcels(
        Bought order, List<List<Integer>> parcels, int lost, List<Boolean> shopHolds, List<BigDecimal> byHand) {

    private static final Map<String, Integer> DECIMALS = Map.of("EUR", 2, "JPY", 0, "KWD", 3);
    private static final List<Integer> PRICES = List.of(0, 99, 500, 1245, 1245, 2490);

    /** Of this article the sandbox's warehouse has none. */
    private static final String SOLD_OUT = "LAMP-BRASS-LTD";

    public static LostParcels of(long seed) {
        return new Staging(new Random(seed)).staged();
    }

    /**
     * What {@code POST /sandbox/orders} takes.
     *
     * @param email the customer's, who is nobody else's: whoever misses a third parcel is asked about, whatever is owed
     */
    public String request(String email) {
        String items = order.lines().stream()
                .map(line -> "{\"line\": %d, \"sku\": \"%s\", \"quantity\": %d, \"unitPrice\": \"%s\"}"
                        .formatted(line.line(), line.sku(), line.pieces(), line.price()))
                .collect(Collectors.joining(", "));
        String fees = order.fees().entrySet().stream()
                .map(fee -> "{\"name\": \"%s\", \"amount\": \"%s\"}".formatted(fee.getKey(), fee.getValue()))
                .collect(Collectors.joining(", "));
        String sent = IntStream.range(0, parcels.size())
                .mapToObj(index -> "{\"state\": \"%s\", \"lines\": %s}"
                        .formatted(index < lost ? "lost" : "signed_for", parcels.get(index)))
                .collect(Collectors.joining(", "));
        String paid = IntStream.range(0, order.payments().size())
                .mapToObj(index -> "{\"provider\": \"%s\", \"amount\": \"%s\", \"refunded\": \"%s\"}"
                        .formatted(
                                shopHolds.get(index) ? "shop" : "stripe",
                                order.payments().get(index).captured(),
                                byHand.get(index)))
                .collect(Collectors.joining(", "));
        return """
                {"order": {"currency": "%s", "total": "%s", "deliveryFee": "%s", "fees": [%s], "items": [%s],
                           "customer": {"name": "%s", "email": "%s"}},
                 "parcels": [%s], "payments": [%s]}""".formatted(order.currency(), order.total(), order.delivery(), fees, items, email, email, sent, paid);
    }

    /** What is right for a complaint about a lost parcel. @param before what happened since the order was staged */
    public Situation about(int parcel, List<Event> before) {
        List<Event> past = new ArrayList<>();
        for (int index = 0; index < byHand.size(); index++) {
            if (byHand.get(index).signum() > 0) {
                past.add(new ByHand(order.payments().get(index).reference(), byHand.get(index), Outcome.SUCCEEDED));
            }
        }
        past.addAll(before);
        return new Situation(order, past, inside(order.lines(), parcels.get(parcel)));
    }

    private static Map<Integer, Integer> inside(List<Line> lines, List<Integer> parcel) {
        Map<Integer, Integer> inside = new LinkedHashMap<>();
        lines.stream()
                .filter(line -> parcel.contains(line.line()))
                .forEach(line -> inside.put(line.line(), line.pieces()));
        return inside;
    }

    private static final class Staging {

        private final Random random;
        private final String currency;

        Staging(Random random) {
            this.random = random;
            this.currency = likely(70) ? "EUR" : likely(50) ? "JPY" : "KWD";
        }

        LostParcels staged() {
            List<Line> lines = IntStream.rangeClosed(1, 1 + random.nextInt(5))
                    .mapToObj(number -> new Line(number, article(), 1 + random.nextInt(2), amount(one(PRICES))))
                    .toList();
            BigDecimal delivery = amount(likely(60) ? 490 : 0);
            Map<String, BigDecimal> fees = likely(25) ? Map.of("Wrapping", amount(250)) : Map.of();
            BigDecimal cost = fees.values().stream().reduce(delivery, BigDecimal::add);
            for (Line line : lines) {
                cost = cost.add(line.price().multiply(BigDecimal.valueOf(line.pieces())));
            }
            if (cost.signum() == 0) {
                return staged();
            }
            BigDecimal total = likely(8) ? cost.add(amount(1000)) : cost;
            List<Paid> payments = payments(total);
            List<BigDecimal> byHand = payments.stream()
                    .map(paid -> likely(25) ? part(paid.captured()) : likely(8) ? paid.captured() : amount(0))
                    .toList();
            List<List<Integer>> parcels = parcels(lines);
            List<Map<Integer, Integer>> inside =
                    parcels.stream().map(parcel -> inside(lines, parcel)).toList();
            return new LostParcels(
                    new Bought(currency, lines, delivery, fees, total, inside, payments),
                    parcels,
                    // A third parcel that one customer misses goes to a person, whatever is owed.
                    1 + random.nextInt(Math.min(2, parcels.size())),
                    payments.stream().map(paid -> likely(35)).toList(),
                    byHand);
        }

        private List<Paid> payments(BigDecimal total) {
            List<Paid> payments = new ArrayList<>();
            BigDecimal left = total;
            int count = likely(60) ? 1 : 2 + random.nextInt(2);
            for (int number = 1; number <= count; number++) {
                BigDecimal part = number == count ? left : part(left);
                if (part.signum() > 0) {
                    payments.add(new Paid("payment " + number, true, part, false));
                    left = left.subtract(part);
                }
            }
            return payments;
        }

        /** What is downloaded has no parcel; the first line always has one. */
        private List<List<Integer>> parcels(List<Line> lines) {
            List<List<Integer>> parcels = new ArrayList<>();
            IntStream.rangeClosed(0, random.nextInt(3)).forEach(number -> parcels.add(new ArrayList<>()));
            lines.stream().filter(line -> line.line() == 1 || likely(85)).forEach(line -> one(parcels)
                    .add(line.line()));
            parcels.removeIf(List::isEmpty);
            return parcels;
        }

        private String article() {
            return likely(8) ? SOLD_OUT : one(List.of("VASE", "BOOK", "MUG", "FAN"));
        }

        private BigDecimal part(BigDecimal whole) {
            long coins = whole.movePointRight(Math.min(2, whole.scale())).longValue();
            return BigDecimal.valueOf(1 + (long) (random.nextDouble() * coins), Math.min(2, whole.scale()))
                    .min(whole)
                    .setScale(whole.scale());
        }

        private BigDecimal amount(int hundredths) {
            return switch (DECIMALS.get(currency)) {
                case 0 -> BigDecimal.valueOf(hundredths);
                default -> BigDecimal.valueOf(hundredths, 2).setScale(DECIMALS.get(currency));
            };
        }

        private boolean likely(int percent) {
            return random.nextInt(100) < percent;
        }

        private <T> T one(List<T> list) {
            return list.get(random.nextInt(list.size()));
        }
    }
}
