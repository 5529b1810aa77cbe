package io.redress.remedy.books;

import io.redress.outside.order.Order;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.joda.money.Money;

/** The tax rates of an order's goods, and how much was bought at each. */
final class GoodsTax {

    /** What was bought at each rate, in minor units, by the rate; empty where a rate is not known. */
    private final Map<BigDecimal, BigInteger> byRate;

    private GoodsTax(Map<BigDecimal, BigInteger> byRate) {
        this.byRate = byRate;
    }

    /** Goods that cost nothing carry no tax; where none cost anything, their rates count equally. */
    static GoodsTax of(List<Order.Line> lines) {
        boolean free = lines.stream().allMatch(line -> line.unitPrice().isZero());
        List<Order.Line> taxed = free
                ? lines
                : lines.stream().filter(line -> !line.unitPrice().isZero()).toList();
        Map<BigDecimal, BigInteger> byRate = new TreeMap<>();
        for (Order.Line line : taxed) {
            if (line.taxRate() == null) {
                return new GoodsTax(Map.of());
            }
            // 19 and 19.00 are one key here.
            byRate.merge(line.taxRate(), free ? BigInteger.ONE : minor(line), BigInteger::add);
        }
        return new GoodsTax(byRate);
    }

    private static BigInteger minor(Order.Line line) {
        return minor(line.unitPrice()).multiply(BigInteger.valueOf(line.quantity()));
    }

    private static BigInteger minor(Money amount) {
        return amount.getAmount().unscaledValue();
    }

    /** The one rate that all goods have; empty where they have several, or one is not known. */
    Optional<BigDecimal> common() {
        return byRate.size() == 1 ? byRate.keySet().stream().findFirst() : Optional.empty();
    }

    /**
     * Spreads an amount over the rates in proportion to what was bought at each. The parts add up to the amount: the
     * smallest coins that are left over go to those that were cut off most.
     *
     * @return the parts that are not zero, by their rate; empty where a rate is not known
     */
    Map<BigDecimal, Money> spread(Money amount) {
        BigInteger all = byRate.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        Map<BigDecimal, Money> parts = new LinkedHashMap<>();
        Map<BigDecimal, BigInteger> cutOff = new LinkedHashMap<>();
        byRate.forEach((rate, bought) -> {
            BigInteger[] share = minor(amount).multiply(bought).divideAndRemainder(all);
            parts.put(rate, money(amount, share[0]));
            cutOff.put(rate, share[1]);
        });
        Money left = parts.values().stream().reduce(amount, Money::minus);
        cutOff.entrySet().stream()
                .sorted(Map.Entry.<BigDecimal, BigInteger>comparingByValue(Comparator.reverseOrder()))
                .limit(left.getAmountMinorLong())
                .forEach(entry -> parts.computeIfPresent(entry.getKey(), (rate, part) -> part.plusMinor(1)));
        parts.values().removeIf(Money::isZero);
        return parts;
    }

    private static Money money(Money like, BigInteger minor) {
        BigDecimal amount = new BigDecimal(minor, like.getAmount().scale());
        return Money.of(like.getCurrencyUnit(), amount, RoundingMode.UNNECESSARY);
    }
}
