package io.redress.remedy;

import io.redress.complaint.CaseNumber;
import io.redress.order.Order;
import io.redress.verification.Evidence;
import io.redress.verification.Evidence.Affected;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;
import org.springframework.stereotype.Component;

/** What of an order is, or is about to be, made good, and what is left of it. */
@Component
class OrderRoom {

    private final OrderRows rows;

    OrderRoom(OrderRows rows) {
        this.rows = rows;
    }

    /** What all pieces of an article cost together, in major units. */
    static BigDecimal price(List<Order.Line> lines) {
        return lines.stream()
                .map(line -> line.unitPrice().multipliedBy(line.quantity()).getAmount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<Order.Line> lines(Order order, String sku) {
        return order.lines().stream().filter(line -> line.sku().equals(sku)).toList();
    }

    private static int ordered(Order order, String sku) {
        return lines(order, sku).stream().mapToInt(Order.Line::quantity).sum();
    }

    /**
     * Whether other cases leave too few pieces of what is affected: of two that were bought, each may be lost once.
     *
     * @param ownCounts whether anything that this case itself made good counts too, as after reopening
     */
    boolean isMadeGood(CaseNumber caseNumber, Order order, List<Affected> affected, boolean ownCounts) {
        Map<String, Integer> wanted = new HashMap<>();
        affected.forEach(part -> wanted.merge(part.sku(), part.quantity(), Integer::sum));
        Map<String, Integer> elsewhere = new HashMap<>();
        for (OrderRows.Pieces made : rows.piecesMadeGood(order.number(), List.copyOf(wanted.keySet()))) {
            boolean own = made.caseNumber().equals(caseNumber.value());
            if (own && ownCounts) {
                return true;
            }
            if (!own) {
                elsewhere.merge(made.sku(), made.quantity(), Integer::sum);
            }
        }
        return elsewhere.entrySet().stream()
                .anyMatch(made -> made.getValue() + wanted.get(made.getKey()) > ordered(order, made.getKey()));
    }

    /**
     * What may still be given back of an article's price.
     *
     * @param caseNumber whose own remedies that were not sent do not count, because a decision replaces them
     * @return nothing less than zero; the whole price of a line that is charged each billing period
     */
    Money left(CaseNumber caseNumber, Order order, String sku) {
        List<Order.Line> lines = lines(order, sku);
        BigDecimal price = price(lines);
        boolean recurring = lines.stream().anyMatch(Order.Line::recurring);
        BigDecimal given = recurring ? BigDecimal.ZERO : given(caseNumber, order, sku, price);
        return money(order, price.subtract(given).max(BigDecimal.ZERO));
    }

    private BigDecimal given(CaseNumber caseNumber, Order order, String sku, BigDecimal price) {
        BigDecimal wholePieces = BigDecimal.valueOf(rows.piecesWithoutAmount(order.number(), sku, caseNumber.value()));
        BigDecimal pieces = BigDecimal.valueOf(Math.max(1, ordered(order, sku)));
        return rows.amountGiven(order.number(), sku, caseNumber.value())
                .add(price.multiply(wholePieces).divide(pieces, 10, RoundingMode.HALF_UP));
    }

    /**
     * The most that a person may give back in a case: what is left of the affected articles and of the delivery fee, or of
     * the order where nothing certain is affected.
     *
     * @return empty where only the payments are the limit: wrong charges, and what is charged each billing period
     */
    Optional<Money> left(CaseNumber caseNumber, Evidence evidence) {
        Order order = evidence.order();
        boolean byPayment =
                !evidence.wrongCharges().isEmpty() || order.lines().stream().anyMatch(Order.Line::recurring);
        if (byPayment) {
            return Optional.empty();
        }
        if (evidence.affected().isEmpty()) {
            BigDecimal given = rows.allGiven(order.number(), caseNumber.value());
            return Optional.of(
                    money(order, order.total().getAmount().subtract(given).max(BigDecimal.ZERO)));
        }
        Money left = evidence.affected().stream()
                .map(Affected::sku)
                .distinct()
                .map(sku -> left(caseNumber, order, sku))
                .reduce(Money.zero(order.currency()), Money::plus);
        return Optional.of(left.plus(deliveryFeeLeft(caseNumber, order)));
    }

    /** What may still be given back of the delivery fee: whatever no article had room for was given for it. */
    Money deliveryFeeLeft(CaseNumber caseNumber, Order order) {
        BigDecimal forNoArticle = rows.allGiven(order.number(), caseNumber.value())
                .subtract(rows.amountGiven(order.number(), null, caseNumber.value()));
        return money(
                order, order.deliveryFee().getAmount().subtract(forNoArticle).max(BigDecimal.ZERO));
    }

    private static Money money(Order order, BigDecimal amount) {
        return Money.of(order.currency(), amount, RoundingMode.DOWN);
    }
}
