package io.redress.remedy.books;

import io.redress.core.text.EnumWords;
import io.redress.outside.order.Order;
import io.redress.remedy.books.BooksEvent.Line;
import io.redress.remedy.ledger.Remedy;
import io.redress.remedy.ledger.RemedyKind;
import io.redress.remedy.owed.FeeKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * The lines of a remedy as the books want them. The gross is what the customer gets; the tax in it is rounded half up
 * to the currency's decimals, and the net is the rest, so that each line and all lines together add up exactly.
 */
final class BookLines {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final String DELIVERY = "delivery";

    private final Remedy remedy;
    private final Order order;
    private final boolean wrongCharge;
    private final DeliveryTax deliveryTax;
    private final CurrencyUnit currency;
    private final Map<Integer, Order.Line> byNumber;
    private final Map<String, List<Order.Line>> bySku;
    private final Optional<GoodsTax> goods;
    private final List<Line> lines = new ArrayList<>();

    private BookLines(Remedy remedy, Order order, Set<String> wrongCharges, DeliveryTax deliveryTax) {
        this.remedy = remedy;
        this.order = order;
        this.wrongCharge = remedy.charge() != null && wrongCharges.contains(remedy.charge());
        this.deliveryTax = deliveryTax;
        this.currency = CurrencyUnit.of(remedy.currency());
        List<Order.Line> ordered = order == null ? List.of() : order.lines();
        this.byNumber =
                ordered.stream().collect(Collectors.toMap(Order.Line::line, Function.identity(), (one, other) -> one));
        this.bySku = ordered.stream().collect(Collectors.groupingBy(Order.Line::sku));
        this.goods = Optional.ofNullable(order).map(known -> GoodsTax.of(known.lines()));
    }

    /**
     * @param order {@code null} where none is known; then no tax rate is known either
     * @param wrongCharges the charges that should not have been made
     */
    static List<Line> of(Remedy remedy, Order order, Set<String> wrongCharges, DeliveryTax deliveryTax) {
        return remedy.currency() == null ? List.of() : new BookLines(remedy, order, wrongCharges, deliveryTax).lines();
    }

    private List<Line> lines() {
        Money left = remedy.money();
        for (Remedy.Item item : remedy.items().stream()
                .sorted(Comparator.comparing(Remedy.Item::sku)
                        .thenComparing(Remedy.Item::line, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList()) {
            left = left.minus(add(item));
        }
        for (Remedy.FeeShare share : remedy.fees().stream()
                .sorted(Comparator.comparing(Remedy.FeeShare::kind).thenComparing(Remedy.FeeShare::name))
                .toList()) {
            Money gross = money(share.amount());
            left = left.minus(gross);
            addFee(share.kind() == FeeKind.DELIVERY ? DELIVERY : share.name(), gross, rate(share));
        }
        if (!left.isZero()) {
            addRest(left);
        }
        return lines;
    }

    /**
     * @return what it has of the remedy; goods cost the customer nothing, and the ledger's first rows name no shares
     */
    private Money add(Remedy.Item item) {
        Money gross = item.amount() == null ? Money.zero(currency) : money(item.amount());
        List<Order.Line> of = item.line() == null
                ? bySku.getOrDefault(item.sku(), List.of())
                : Optional.ofNullable(byNumber.get(item.line())).stream().toList();
        String description = of.isEmpty() ? null : of.get(0).description();
        add(
                item.line(),
                item.sku(),
                description,
                item.quantity(),
                gross,
                GoodsTax.of(of).common().orElse(null));
        return gross;
    }

    private BigDecimal rate(Remedy.FeeShare share) {
        if (order == null) {
            return null;
        }
        return share.kind() == FeeKind.DELIVERY
                ? order.deliveryTaxRate()
                : order.fees().stream()
                        .filter(fee -> fee.name().equals(share.name()))
                        .flatMap(fee -> Stream.ofNullable(fee.taxRate()))
                        .findFirst()
                        .orElse(null);
    }

    /** @param told the tax rate that the shop tells, {@code null} where it tells none */
    private void addFee(String name, Money gross, BigDecimal told) {
        boolean spreads = told == null && deliveryTax == DeliveryTax.PROPORTIONAL && !gross.isZero();
        Map<BigDecimal, Money> parts =
                spreads ? goods.map(tax -> tax.spread(gross)).orElse(Map.of()) : Map.of();
        if (parts.isEmpty()) {
            add(null, null, name, 1, gross, told);
        }
        parts.forEach((rate, part) -> add(null, null, name, 1, part, rate));
    }

    /**
     * The rest of a remedy, which is for neither articles nor fees. Goodwill corrects no sale, so there is no tax in
     * it.
     */
    private void addRest(Money rest) {
        if (remedy.kind() != RemedyKind.REFUND) {
            add(null, null, EnumWords.word(remedy.kind()), 1, rest, null);
        } else if (isDelivery(rest)) {
            addFee(DELIVERY, rest, order.deliveryTaxRate());
        } else {
            BigDecimal rate = goods.flatMap(GoodsTax::common).orElse(null);
            add(null, null, wrongCharge ? "charge " + remedy.charge() : "no article", 1, rest, rate);
        }
    }

    /** Before fees were written down, what was left of a refund was the delivery fee where it was just as much. */
    private boolean isDelivery(Money rest) {
        return !wrongCharge && remedy.fees().isEmpty() && order != null && rest.equals(order.deliveryFee());
    }

    private void add(Integer line, String sku, String description, int quantity, Money gross, BigDecimal rate) {
        Money tax = rate == null ? null : tax(gross, rate);
        lines.add(new Line(
                line,
                sku,
                description,
                quantity,
                tax == null ? null : plain(gross.minus(tax)),
                rate == null ? null : rate.toPlainString(),
                tax == null ? null : plain(tax),
                plain(gross),
                currency.getCode()));
    }

    private Money tax(Money gross, BigDecimal rate) {
        return Money.of(
                currency,
                gross.getAmount()
                        .multiply(rate)
                        .divide(HUNDRED.add(rate), currency.getDecimalPlaces(), RoundingMode.HALF_UP));
    }

    private Money money(BigDecimal amount) {
        return Money.of(currency, amount);
    }

    private static String plain(Money money) {
        return money.getAmount().toPlainString();
    }
}
