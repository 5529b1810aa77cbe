package io.redress.oracle;

import io.redress.oracle.Situation.Bought;
import io.redress.oracle.Situation.ByHand;
import io.redress.oracle.Situation.ByShop;
import io.redress.oracle.Situation.Event;
import io.redress.oracle.Situation.Fate;
import io.redress.oracle.Situation.Line;
import io.redress.oracle.Situation.Outcome;
import io.redress.oracle.Situation.Paid;
import io.redress.oracle.Situation.Question;
import io.redress.oracle.Situation.Refunded;
import io.redress.oracle.Situation.Replaced;
import io.redress.oracle.Situation.Share;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** Orders and histories at random, the same for the same seed; whatever they are, they could have happened. */
public final class Situations {

    private static final List<String> CURRENCIES = List.of("EUR", "JPY", "KWD");
    private static final Map<String, Integer> DECIMALS = Map.of("EUR", 2, "JPY", 0, "KWD", 3);
    private static final List<Long> PRICES = List.of(0L, 1L, 5L, 99L, 100L, 100L, 333L, 1245L, 2490L, 7990L, 249_900L);
    private static final List<String> ARTICLES = List.of("A", "B", "C", "D", "E", "F");
    private static final List<String> FURTHER = List.of("Wrapping", "Insurance");
    private static final List<String> CASES = List.of(NaiveSum.OWN, "other", "third");

    private final Random random;
    private String currency;
    private final List<Line> lines = new ArrayList<>();
    private final Map<String, BigDecimal> fees = new LinkedHashMap<>();
    private final List<Paid> payments = new ArrayList<>();
    private final List<Event> past = new ArrayList<>();
    private final Map<String, BigDecimal> leftOfPayment = new LinkedHashMap<>();
    private final Map<Integer, Integer> openPieces = new LinkedHashMap<>();
    private final Map<String, BigDecimal> openFees = new LinkedHashMap<>();

    private Situations(long seed) {
        this.random = new Random(seed);
    }

    public static Situation of(long seed) {
        return new Situations(seed).situation();
    }

    private Situation situation() {
        currency = one(CURRENCIES);
        int count = 1 + random.nextInt(6);
        for (int number = 1; number <= count; number++) {
            lines.add(new Line(number, one(ARTICLES), 1 + random.nextInt(3) * random.nextInt(2), price()));
        }
        BigDecimal delivery = amount(likely(60) ? one(PRICES) : 0);
        FURTHER.stream().filter(fee -> likely(20)).forEach(fee -> fees.put(fee, amount(1 + random.nextInt(500))));
        BigDecimal cost = fees.values().stream().reduce(delivery, BigDecimal::add);
        for (Line line : lines) {
            cost = cost.add(line.price().multiply(BigDecimal.valueOf(line.pieces())));
        }
        BigDecimal odd = currency.equals("KWD") ? cost.remainder(amount(10)) : amount(0);
        if (odd.signum() > 0) {
            // Nobody can be charged a thousandth.
            delivery = delivery.add(amount(10).subtract(odd));
            cost = cost.add(amount(10).subtract(odd));
        }
        // Some shops count otherwise than they charge.
        BigDecimal total = likely(4) ? cost.add(amount(10 * (1 + random.nextInt(300)))) : cost;
        pay(likely(4) ? total.add(amount(10 * (1 + random.nextInt(50)))) : total);
        lines.forEach(line -> openPieces.put(line.line(), line.pieces()));
        openFees.put("", delivery);
        openFees.putAll(fees);
        List<Map<Integer, Integer>> parcels = parcels();
        for (int events = random.nextInt(5); events > 0; events--) {
            happen();
        }
        if (likely(6)) {
            chargeTwiceAndCorrect(total);
        }
        Bought order = new Bought(currency, lines, delivery, fees, total, parcels, payments);
        if (likely(75)) {
            return new Situation(order, past, affected(parcels));
        }
        Map<Integer, Integer> unavailable = likely(50) ? unavailable() : Map.of();
        if (!unavailable.isEmpty()) {
            return new Situation(order, past, Question.NO_STOCK, unavailable, Set.of());
        }
        Set<String> ticked =
                openFees.keySet().stream().filter(fee -> likely(40)).collect(Collectors.toSet());
        return new Situation(order, past, Question.PERSON, affected(parcels), ticked);
    }

    /** By one to three payments, of which the last may be held by somebody who cannot be asked. */
    private void pay(BigDecimal total) {
        int count = 1 + (likely(40) ? 1 + random.nextInt(2) : 0);
        BigDecimal left = total;
        for (int number = 1; number <= count; number++) {
            BigDecimal part = number == count ? left : part(left);
            boolean asked = number == 1 || number < count || likely(60);
            payments.add(new Paid("pay_" + number, asked, part, asked && likely(5)));
            leftOfPayment.put("pay_" + number, part);
            left = left.subtract(part);
        }
    }

    /** Each line is in one parcel, in two, or, as what is downloaded, in none. */
    private List<Map<Integer, Integer>> parcels() {
        List<Map<Integer, Integer>> parcels = new ArrayList<>();
        int count = random.nextInt(4);
        for (int number = 0; number < count; number++) {
            parcels.add(new LinkedHashMap<>());
        }
        if (count > 0) {
            for (Line line : lines) {
                if (likely(85)) {
                    int first = 1 + random.nextInt(line.pieces());
                    one(parcels).merge(line.line(), first, Integer::sum);
                    if (line.pieces() > first) {
                        one(parcels).merge(line.line(), line.pieces() - first, Integer::sum);
                    }
                }
            }
        }
        parcels.removeIf(Map::isEmpty);
        return parcels;
    }

    private void happen() {
        switch (random.nextInt(10)) {
            case 0, 1, 2 -> refundByHand();
            case 3, 4, 5 -> refundArticles();
            case 6 -> refundWithoutArticle();
            case 7 -> failToRefund();
            case 8 -> replace();
            default -> refundByShop();
        }
    }

    private void refundByHand() {
        Paid payment = one(payments);
        BigDecimal left = leftOfPayment.get(payment.reference());
        if (payment.asked() && left.signum() > 0) {
            BigDecimal amount = likely(30) ? left : likely(40) ? priceOfALine(left) : part(left);
            Outcome outcome = likely(80) ? Outcome.SUCCEEDED : likely(50) ? Outcome.PENDING : Outcome.FAILED;
            if (amount.signum() > 0) {
                past.add(new ByHand(payment.reference(), amount, outcome));
                if (outcome != Outcome.FAILED) {
                    leftOfPayment.put(payment.reference(), left.subtract(amount));
                }
            }
        }
    }

    private void refundArticles() {
        List<Share> shares = new ArrayList<>();
        boolean inPart = likely(25);
        for (Line line : lines) {
            int open = openPieces.get(line.line());
            if (open > 0 && likely(40)) {
                int pieces = 1 + random.nextInt(open);
                BigDecimal price = line.price().multiply(BigDecimal.valueOf(pieces));
                shares.add(new Share(line.line(), null, pieces, inPart ? part(price) : price));
            }
        }
        openFees.forEach((fee, open) -> {
            if (open.signum() > 0 && likely(15)) {
                shares.add(new Share(null, fee, 0, likely(70) ? open : part(open)));
            }
        });
        if (likely(4)) {
            // Of a line that the shop has taken out of the order since.
            shares.add(new Share(99, null, 1, amount(100)));
        }
        BigDecimal amount = shares.stream().map(Share::amount).reduce(amount(0), BigDecimal::add);
        Paid payment = one(payments);
        if (!shares.isEmpty() && leftOfPayment.get(payment.reference()).compareTo(amount) >= 0) {
            String inCase = one(CASES);
            past.add(new Refunded(inCase, held(payment), amount, shares, Fate.GIVEN));
            take(payment, amount);
            shares.forEach(share -> note(share, inPart));
            if (!inPart && likely(30)) {
                shares.stream()
                        .filter(share -> openPieces.containsKey(share.line()))
                        .forEach(share -> past.add(new Replaced(inCase, share.line(), share.pieces())));
            }
        }
    }

    /** A piece that had a part of its price back is not touched again, so that each case's part stays plain. */
    private void note(Share share, boolean inPart) {
        if (share.line() != null && !openPieces.containsKey(share.line())) {
            return;
        }
        if (share.line() != null) {
            openPieces.merge(share.line(), inPart ? -openPieces.get(share.line()) : -share.pieces(), Integer::sum);
        } else {
            openFees.merge(share.fee(), share.amount().negate(), BigDecimal::add);
        }
    }

    /** Of one payment or none: with a line, a fee or nothing that it is for, and sometimes more than the provider knows. */
    private void refundByShop() {
        Paid payment = one(payments);
        BigDecimal left = leftOfPayment.get(payment.reference());
        Line line = one(lines);
        List<Share> shares = new ArrayList<>();
        if (likely(60) && openPieces.get(line.line()) > 0 && line.price().compareTo(left) <= 0) {
            shares.add(new Share(line.line(), null, 1, line.price()));
            openPieces.merge(line.line(), -1, Integer::sum);
        } else if (likely(50)
                && openFees.get("").signum() > 0
                && openFees.get("").compareTo(left) <= 0) {
            shares.add(new Share(null, "", 0, openFees.get("")));
            openFees.put("", amount(0));
        }
        BigDecimal amount = shares.isEmpty() ? part(left) : shares.get(0).amount();
        if (amount.signum() > 0) {
            boolean atProvider = payment.asked() && likely(70);
            past.add(new ByShop(amount, shares, atProvider));
            take(payment, amount);
            if (atProvider && likely(90)) {
                past.add(new ByHand(payment.reference(), amount, Outcome.SUCCEEDED));
            }
        }
    }

    private void refundWithoutArticle() {
        Paid payment = one(payments);
        BigDecimal amount = part(leftOfPayment.get(payment.reference()));
        if (amount.signum() > 0) {
            past.add(new Refunded(one(CASES), held(payment), amount, List.of(), Fate.GIVEN));
            take(payment, amount);
        }
    }

    private void failToRefund() {
        Paid payment = one(payments);
        BigDecimal amount = part(leftOfPayment.get(payment.reference()));
        if (amount.signum() > 0) {
            Fate fate = likely(50) ? Fate.BEING_RESOLVED : Fate.NOT_OWED;
            past.add(new Refunded(one(CASES), held(payment), amount, List.of(), fate));
        }
    }

    private void replace() {
        Line line = one(lines);
        int open = openPieces.get(line.line());
        if (open > 0) {
            int pieces = 1 + random.nextInt(open);
            past.add(new Replaced(one(CASES), line.line(), pieces));
            openPieces.merge(line.line(), -pieces, Integer::sum);
        }
    }

    private void chargeTwiceAndCorrect(BigDecimal total) {
        if (total.signum() > 0) {
            payments.add(new Paid("pay_twice", true, total, false));
            leftOfPayment.put("pay_twice", amount(0));
            past.add(
                    likely(50)
                            ? new ByHand("pay_twice", total, Outcome.SUCCEEDED)
                            : new Refunded("other", "pay_twice", total, List.of(), Fate.GIVEN));
        }
    }

    /** Pieces that the case wants to send again and cannot; a part of their price it may have paid back already. */
    private Map<Integer, Integer> unavailable() {
        Map<Integer, Integer> unavailable = new LinkedHashMap<>();
        for (Line line : lines) {
            int open = openPieces.get(line.line());
            if (open > 0 && past.stream().noneMatch(event -> isOwn(event, line)) && likely(50)) {
                int pieces = 1 + random.nextInt(open);
                unavailable.put(line.line(), pieces);
                BigDecimal part = part(line.price().multiply(BigDecimal.valueOf(pieces)));
                Paid payment = one(payments);
                if (likely(50) && part.signum() > 0 && part.compareTo(leftOfPayment.get(payment.reference())) <= 0) {
                    List<Share> share = List.of(new Share(line.line(), null, pieces, part));
                    past.add(new Refunded(NaiveSum.OWN, held(payment), part, share, Fate.GIVEN));
                    take(payment, part);
                }
            }
        }
        return unavailable;
    }

    private static boolean isOwn(Event event, Line line) {
        if (event instanceof Replaced replaced) {
            return replaced.inCase().equals(NaiveSum.OWN) && replaced.line() == line.line();
        }
        return event instanceof Refunded refunded
                && refunded.inCase().equals(NaiveSum.OWN)
                && refunded.shares().stream().anyMatch(share -> share.line() != null && share.line() == line.line());
    }

    private void take(Paid payment, BigDecimal amount) {
        leftOfPayment.merge(payment.reference(), amount.negate(), BigDecimal::add);
    }

    private static String held(Paid payment) {
        return payment.asked() ? payment.reference() : null;
    }

    /** Some lines in part or whole, or what was in some parcels. */
    private Map<Integer, Integer> affected(List<Map<Integer, Integer>> parcels) {
        Map<Integer, Integer> affected = new LinkedHashMap<>();
        if (!parcels.isEmpty() && likely(50)) {
            parcels.stream()
                    .filter(parcel -> likely(60))
                    .forEach(parcel -> parcel.forEach((line, pieces) -> affected.merge(line, pieces, Integer::sum)));
        } else {
            boolean everything = likely(30);
            lines.stream()
                    .filter(line -> everything || likely(40))
                    .forEach(line ->
                            affected.put(line.line(), everything ? line.pieces() : 1 + random.nextInt(line.pieces())));
        }
        if (affected.isEmpty()) {
            affected.put(1, 1);
        }
        return affected;
    }

    private BigDecimal priceOfALine(BigDecimal most) {
        return one(lines).price().min(most);
    }

    private BigDecimal price() {
        long minor = one(PRICES);
        return amount(currency.equals("KWD") && likely(90) ? minor * 10 : minor);
    }

    /** Something of an amount; providers take no thousandths. */
    private BigDecimal part(BigDecimal whole) {
        long coin = currency.equals("KWD") ? 10 : 1;
        long coins = whole.unscaledValue().longValueExact() / coin;
        return amount(coins == 0 ? 0 : coin * (1 + (long) (random.nextDouble() * coins)));
    }

    private BigDecimal amount(long minor) {
        return BigDecimal.valueOf(minor, DECIMALS.get(currency));
    }

    private boolean likely(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
