package io.redress.remedy.owed;

import io.redress.outside.order.Order;
import io.redress.outside.payment.Refund;
import io.redress.remedy.owed.LedgerRow.FeePart;
import io.redress.remedy.owed.LedgerRow.Kind;
import io.redress.remedy.owed.LedgerRow.Part;
import io.redress.remedy.owed.LedgerRow.State;
import io.redress.remedy.owed.OwedSum.Own;
import io.redress.remedy.owed.OwedSum.Question;
import io.redress.verification.evidence.Evidence.PaymentFact;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** An order with its history, told step by step, and the sum of what is owed for it. */
final class Purchase {

    private static final Instant SOME_DAY = Instant.parse("2026-11-02T10:00:00Z");

    private final CurrencyUnit currency;
    private final List<Order.Line> lines = new ArrayList<>();
    private final List<Order.Shipment> shipments = new ArrayList<>();
    private final List<Order.Payment> listed = new ArrayList<>();
    private final List<PaymentFact> known = new ArrayList<>();
    private final List<Order.Fee> fees = new ArrayList<>();
    private final List<LedgerRow> rows = new ArrayList<>();
    private final List<Order.GivenBack> givenByShop = new ArrayList<>();
    private final Set<String> wrong = new HashSet<>();
    private Order.PaymentMethod method = Order.PaymentMethod.CARD;
    private Money delivery;
    private Money total;

    private Purchase(String currency) {
        this.currency = CurrencyUnit.of(currency);
        this.delivery = Money.zero(this.currency);
    }

    static Purchase in(String currency) {
        return new Purchase(currency);
    }

    /** The headphones and two cables that the sandbox's first order is of: 79.90, 2 × 12.45, delivery 4.90. */
    static Purchase headphonesAndCables() {
        return in("EUR")
                .line("HEADPHONES", 1, "79.90")
                .line("CABLE", 2, "12.45")
                .delivery("4.90")
                .parcel(1, 1, 2, 2);
    }

    Money money(String amount) {
        return Money.of(currency, new BigDecimal(amount));
    }

    Purchase line(String sku, int quantity, String unitPrice) {
        lines.add(new Order.Line(lines.size() + 1, sku, sku, quantity, money(unitPrice), null, false));
        return this;
    }

    Purchase monthly(String sku, String unitPrice) {
        lines.add(new Order.Line(lines.size() + 1, sku, sku, 1, money(unitPrice), null, true));
        return this;
    }

    Purchase delivery(String amount) {
        delivery = money(amount);
        return this;
    }

    Purchase fee(String name, String amount) {
        fees.add(new Order.Fee(name, money(amount), null));
        return this;
    }

    /** @param linesAndPieces alternately a line and how many of its pieces were in the parcel */
    Purchase parcel(int... linesAndPieces) {
        List<Order.Item> items = new ArrayList<>();
        for (int i = 0; i < linesAndPieces.length; i += 2) {
            items.add(new Order.Item(
                    linesAndPieces[i], lines.get(linesAndPieces[i] - 1).sku(), linesAndPieces[i + 1]));
        }
        shipments.add(new Order.Shipment("T-" + shipments.size(), "DHL", SOME_DAY, items));
        return this;
    }

    /** A total that is not the sum of lines and fees. */
    Purchase total(String amount) {
        total = money(amount);
        return this;
    }

    Purchase paid(String reference, String amount) {
        return paid(reference, amount, false);
    }

    Purchase disputed(String reference, String amount) {
        return paid(reference, amount, true);
    }

    private Purchase paid(String reference, String amount, boolean disputed) {
        listed.add(new Order.Payment(reference, "stripe", money(amount), SOME_DAY));
        known.add(new PaymentFact(
                reference, "stripe", "ch_" + reference, money(amount), List.of(), disputed, money(amount), null));
        return this;
    }

    /** Paid at a provider whom we cannot ask. */
    Purchase paidElsewhere(String reference, String amount) {
        listed.add(new Order.Payment(reference, "paypal", money(amount), SOME_DAY));
        return this;
    }

    Purchase onDelivery() {
        method = Order.PaymentMethod.CASH_ON_DELIVERY;
        return this;
    }

    Purchase wronglyCharged(String reference) {
        wrong.add(reference);
        return this;
    }

    Purchase refundedByHand(String reference, String amount) {
        payInFull();
        return refundTold(reference, null, amount, Refund.Status.SUCCEEDED);
    }

    /** What the provider tells of a refund. @param key ours, or {@code null} */
    Purchase refundTold(String reference, String key, String amount, Refund.Status status) {
        for (int i = 0; i < known.size(); i++) {
            PaymentFact fact = known.get(i);
            if (fact.reference().equals(reference)) {
                List<Refund> refunds = new ArrayList<>(fact.refunds());
                refunds.add(new Refund(
                        "re_" + refunds.size() + reference,
                        key,
                        reference,
                        fact.charge(),
                        money(amount),
                        status,
                        null,
                        SOME_DAY));
                Money refundable = status == Refund.Status.FAILED
                        ? fact.refundable()
                        : fact.refundable().minus(money(amount));
                known.set(
                        i,
                        new PaymentFact(
                                reference,
                                "stripe",
                                fact.charge(),
                                fact.captured(),
                                refunds,
                                fact.disputed(),
                                refundable,
                                null));
            }
        }
        return this;
    }

    /** A refund of the ledger in another case. @param parts see {@link #part} and {@link #feePart} */
    Purchase given(String caseNumber, String amount, Object... parts) {
        return row(caseNumber, State.GIVEN, amount, "pi", null, parts);
    }

    Purchase failed(String caseNumber, String amount, Object... parts) {
        return row(caseNumber, State.BEING_RESOLVED, amount, "pi", null, parts);
    }

    Purchase notOwed(String caseNumber, String amount, Object... parts) {
        return row(caseNumber, State.NOT_OWED, amount, "pi", null, parts);
    }

    Purchase givenOf(String payment, String proof, String caseNumber, String amount, Object... parts) {
        return row(caseNumber, State.GIVEN, amount, payment, proof, parts);
    }

    private Purchase row(String caseNumber, State state, String amount, String payment, String proof, Object... parts) {
        List<Part> articles = new ArrayList<>();
        List<FeePart> feeParts = new ArrayList<>();
        for (Object part : parts) {
            if (part instanceof Part article) {
                articles.add(article);
            } else {
                feeParts.add((FeePart) part);
            }
        }
        rows.add(new LedgerRow(
                "row-" + rows.size(),
                caseNumber,
                Kind.MONEY,
                state,
                money(amount),
                payment,
                proof,
                articles,
                feeParts));
        return this;
    }

    /** What the shop itself gave back. @param line {@code null} where it names nothing; 0 for the delivery */
    Purchase givenByShop(Integer line, int pieces, String amount, boolean throughPayment) {
        Order.GivenBack.Part part = line == null
                ? Order.GivenBack.Part.UNNAMED
                : line == 0 ? Order.GivenBack.Part.DELIVERY : Order.GivenBack.Part.LINE;
        Integer ofLine = part == Order.GivenBack.Part.LINE ? line : null;
        givenByShop.add(new Order.GivenBack(part, ofLine, null, pieces, money(amount), throughPayment));
        return this;
    }

    Purchase replaced(String caseNumber, Integer line, String sku, int pieces) {
        rows.add(new LedgerRow(
                "row-" + rows.size(),
                caseNumber,
                Kind.GOODS,
                State.GIVEN,
                money("0"),
                null,
                null,
                List.of(new Part(line, sku, pieces, null)),
                List.of()));
        return this;
    }

    Part part(int line, int pieces, String amount) {
        return new Part(line, lines.get(line - 1).sku(), pieces, money(amount));
    }

    Part part(String sku, int pieces, String amount) {
        return new Part(null, sku, pieces, amount == null ? null : money(amount));
    }

    FeePart deliveryPart(String amount) {
        return new FeePart(FeeKind.DELIVERY, "", money(amount));
    }

    FeePart feePart(String name, String amount) {
        return new FeePart(FeeKind.OTHER, name, money(amount));
    }

    /** History that begins where the order is paid, unless it tells payments itself. */
    Purchase also(UnaryOperator<Purchase> history) {
        history.apply(this);
        return this;
    }

    /** What evidence alone owes. @param linesAndPieces alternately a line and how many of its pieces are affected */
    Owed owedFor(int... linesAndPieces) {
        return sum(new RemedyRequest(pieces(linesAndPieces), false, null, Set.of()));
    }

    Owed owedForEverything() {
        Map<Integer, Integer> pieces = new HashMap<>();
        lines.forEach(line -> pieces.put(line.line(), line.quantity()));
        return sum(new RemedyRequest(pieces, false, null, Set.of()));
    }

    Owed chosen(Boolean deliveryFee, Set<String> otherFees, int... linesAndPieces) {
        return sum(new RemedyRequest(pieces(linesAndPieces), true, deliveryFee, otherFees));
    }

    Owed byPerson(int... linesAndPieces) {
        return sum(new RemedyRequest(pieces(linesAndPieces), true, null, Set.of()));
    }

    private static Map<Integer, Integer> pieces(int... linesAndPieces) {
        Map<Integer, Integer> pieces = new HashMap<>();
        for (int i = 0; i < linesAndPieces.length; i += 2) {
            pieces.put(linesAndPieces[i], linesAndPieces[i + 1]);
        }
        return pieces;
    }

    private Owed sum(RemedyRequest wanted) {
        // Earlier cases are others; what a case itself gave back is the oracle's matter.
        Own own = wanted.byPerson() ? null : new Own("C-9", wanted.pieces());
        return OwedSum.of(new Question(order(), known, true, wrong, rows, wanted, own));
    }

    private Money whole() {
        Money sum = lines.stream()
                .filter(line -> !line.recurring())
                .map(line -> line.unitPrice().multipliedBy(line.quantity()))
                .reduce(delivery, Money::plus);
        return total != null ? total : fees.stream().map(Order.Fee::amount).reduce(sum, Money::plus);
    }

    private void payInFull() {
        if (listed.isEmpty() && method == Order.PaymentMethod.CARD && whole().isPositive()) {
            paid("pi", whole().getAmount().toPlainString());
        }
    }

    private Order order() {
        payInFull();
        return new Order(
                "R-1",
                SOME_DAY,
                currency,
                whole(),
                delivery,
                Order.SalesChannel.SHOP,
                method,
                false,
                false,
                new Order.Customer(null, "Ada", null, null, null, null, null),
                null,
                lines,
                shipments,
                listed,
                null,
                List.of(),
                fees,
                null,
                givenByShop);
    }
}
