package io.redress.remedy.books;

import io.redress.complaint.Words;
import io.redress.order.Order;
import io.redress.remedy.Remedy;
import io.redress.remedy.RemedyKind;
import io.redress.remedy.books.BooksEvent.Line;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * A remedy's lines as books want them. The gross is what the customer gets; the tax in it is rounded half up to the
 * currency's decimals, and the net is the rest, so that each line and all lines together add up exactly.
 */
final class BookLines {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Remedy remedy;
    private final Order order;
    private final CurrencyUnit currency;

    private BookLines(Remedy remedy, Order order) {
        this.remedy = remedy;
        this.order = order;
        this.currency = CurrencyUnit.of(remedy.currency());
    }

    /** @param order {@code null} where none is known; then no tax rate is known either */
    static List<Line> of(Remedy remedy, Order order) {
        return remedy.currency() == null ? List.of() : new BookLines(remedy, order).lines();
    }

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        Money left = remedy.money();
        List<Remedy.Item> items = remedy.items().stream()
                .sorted(Comparator.comparing(Remedy.Item::sku))
                .toList();
        for (Remedy.Item item : items) {
            // Goods cost the customer nothing, and shares were not written down in the ledger's first days.
            Money gross = item.amount() == null ? Money.zero(currency) : Money.of(currency, item.amount());
            left = left.minus(gross);
            lines.add(line(item.sku(), description(item.sku()), item.quantity(), gross, rate(item.sku())));
        }
        if (!left.isZero()) {
            lines.add(line(null, withoutArticle(left), 1, left, commonRate()));
        }
        return lines;
    }

    private Line line(String sku, String description, int quantity, Money gross, BigDecimal rate) {
        Money tax = rate == null
                ? null
                : Money.of(
                        currency,
                        gross.getAmount()
                                .multiply(rate)
                                .divide(HUNDRED.add(rate), currency.getDecimalPlaces(), RoundingMode.HALF_UP));
        return new Line(
                sku,
                description,
                quantity,
                tax == null ? null : plain(gross.minus(tax)),
                rate == null ? null : rate.toPlainString(),
                tax == null ? null : plain(tax),
                plain(gross),
                currency.getCode());
    }

    private String withoutArticle(Money amount) {
        if (remedy.kind() != RemedyKind.REFUND) {
            return Words.word(remedy.kind());
        }
        if (remedy.charge() != null && remedy.items().isEmpty()) {
            return "charge " + remedy.charge();
        }
        boolean delivery = order != null && amount.equals(order.deliveryFee());
        return delivery ? "delivery" : "no article";
    }

    private String description(String sku) {
        return order == null
                ? null
                : order.line(sku).map(Order.Line::description).orElse(null);
    }

    private BigDecimal rate(String sku) {
        return order == null ? null : order.line(sku).map(Order.Line::taxRate).orElse(null);
    }

    /** What belongs to no article shares the articles' rate where they have but one. Goodwill is no sale's correction. */
    private BigDecimal commonRate() {
        if (order == null || remedy.kind() != RemedyKind.REFUND) {
            return null;
        }
        boolean everyRateIsKnown = order.lines().stream().allMatch(line -> line.taxRate() != null);
        Set<BigDecimal> rates = order.lines().stream()
                .map(Order.Line::taxRate)
                .filter(rate -> rate != null)
                .map(BigDecimal::stripTrailingZeros)
                .collect(Collectors.toSet());
        return everyRateIsKnown && rates.size() == 1 ? order.lines().get(0).taxRate() : null;
    }

    private static String plain(Money money) {
        return money.getAmount().toPlainString();
    }
}
