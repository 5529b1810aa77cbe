package io.redress.remedy.owed;

import io.redress.oracle.NaiveSum;
import io.redress.oracle.Situation;
import io.redress.oracle.Situation.Bought;
import io.redress.oracle.Situation.ByHand;
import io.redress.oracle.Situation.ByShop;
import io.redress.oracle.Situation.Event;
import io.redress.oracle.Situation.Paid;
import io.redress.oracle.Situation.Refunded;
import io.redress.oracle.Situation.Replaced;
import io.redress.oracle.Situation.Share;
import io.redress.outside.order.Order;
import io.redress.outside.order.Order.GivenBack.Part;
import io.redress.outside.payment.Refund;
import io.redress.remedy.owed.OwedChoice.LineQuantity;
import io.redress.remedy.owed.OwedSum.Own;
import io.redress.remedy.owed.OwedSum.Question;
import io.redress.verification.evidence.Evidence.Affected;
import io.redress.verification.evidence.Evidence.PaymentFact;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Asks the sum about an order of the oracle's, in the sum's own words. */
final class Judged {

    private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");

    private final Bought bought;
    private final CurrencyUnit currency;
    private final Map<Integer, String> skus;
    private final List<LedgerRow> rows = new ArrayList<>();
    private final List<Refund> refunds = new ArrayList<>();
    private final List<Order.GivenBack> givenBack = new ArrayList<>();

    private Judged(Situation situation) {
        this.bought = situation.order();
        this.currency = CurrencyUnit.of(bought.currency());
        this.skus = bought.lines().stream().collect(Collectors.toMap(Situation.Line::line, Situation.Line::sku));
        situation.past().forEach(this::happened);
    }

    /** What the sum answers. */
    static Owed owed(Situation situation) {
        Judged judged = new Judged(situation);
        return OwedSum.of(new Question(
                judged.order(),
                judged.payments(),
                true,
                Set.of(),
                judged.rows,
                judged.wanted(situation),
                situation.question() == Situation.Question.PERSON
                        ? null
                        : new Own(NaiveSum.OWN, Map.copyOf(situation.affected()))));
    }

    private RemedyRequest wanted(Situation situation) {
        List<Affected> affected = situation.affected().entrySet().stream()
                .map(piece -> new Affected(
                        piece.getKey(), sku(piece.getKey()), "Article", piece.getValue(), Money.zero(currency)))
                .toList();
        return switch (situation.question()) {
            case CLAIM -> RemedyRequest.of(affected, false);
            case NO_STOCK -> RemedyRequest.of(affected, true);
            case PERSON -> RemedyRequest.of(choice(situation));
        };
    }

    private static OwedChoice choice(Situation situation) {
        Set<String> further = new HashSet<>(situation.ticked());
        boolean delivery = further.remove("");
        List<LineQuantity> lines = situation.affected().entrySet().stream()
                .map(piece -> new LineQuantity(piece.getKey(), piece.getValue()))
                .toList();
        return new OwedChoice(lines, delivery, further);
    }

    /** Whether an answer gives back what nobody has, or lets a payment be used that cannot be. */
    static boolean exceeds(Situation situation, Owed owed) {
        Judged judged = new Judged(situation);
        // A person may decide on what a bank looks at, and whoever then sends it waits for the bank.
        boolean byMachine = situation.question() == Situation.Question.CLAIM;
        boolean fromDisputed = byMachine
                && owed.sources().stream().anyMatch(source -> situation.order().payments().stream()
                        .anyMatch(paid -> paid.disputed() && paid.reference().equals(source.payment())));
        boolean fromEmpty = owed.sources().stream()
                .filter(source -> source.payment() != null)
                .anyMatch(source -> judged.payments().stream()
                        .filter(payment -> payment.reference().equals(source.payment()))
                        .anyMatch(payment -> source.left().isGreaterThan(payment.refundable())));
        Money payable = owed.sources().stream()
                .map(RefundSource::left)
                .reduce(Money.zero(owed.least().getCurrencyUnit()), Money::plus);
        return fromDisputed
                || byMachine && owed.isCertain() && owed.least().isGreaterThan(payable)
                || fromEmpty
                || owed.least().isNegative()
                || owed.least().isGreaterThan(owed.most())
                || owed.certainty() != Certainty.FIGURES_DISAGREE
                        && owed.most().plus(owed.givenBack()).isGreaterThan(owed.captured());
    }

    private void happened(Event event) {
        String id = "id-" + (rows.size() + refunds.size());
        if (event instanceof ByHand byHand) {
            Refund.Status status = Refund.Status.valueOf(byHand.outcome().name());
            refunds.add(refund(id, null, byHand.payment(), byHand.amount(), status));
        } else if (event instanceof Refunded refunded) {
            LedgerRow.State state = LedgerRow.State.valueOf(refunded.fate().name());
            rows.add(row(id, refunded, state));
            if (refunded.payment() != null) {
                Refund.Status status = state == LedgerRow.State.GIVEN ? Refund.Status.SUCCEEDED : Refund.Status.FAILED;
                refunds.add(refund("re-" + id, id, refunded.payment(), refunded.amount(), status));
            }
        } else if (event instanceof Replaced replaced) {
            rows.add(new LedgerRow(
                    id,
                    replaced.inCase(),
                    LedgerRow.Kind.GOODS,
                    LedgerRow.State.GIVEN,
                    Money.zero(currency),
                    null,
                    null,
                    List.of(new LedgerRow.Part(replaced.line(), sku(replaced.line()), replaced.pieces(), null)),
                    List.of()));
        } else if (event instanceof ByShop byShop) {
            byShop.shares().forEach(share -> givenBack.add(givenBack(share, byShop.atProvider())));
            if (byShop.shares().isEmpty()) {
                givenBack.add(
                        new Order.GivenBack(Part.UNNAMED, null, null, 0, money(byShop.amount()), byShop.atProvider()));
            }
        }
    }

    private Order.GivenBack givenBack(Share share, boolean atProvider) {
        Part part = share.line() != null ? Part.LINE : share.fee().isEmpty() ? Part.DELIVERY : Part.FEE;
        String fee = part == Part.FEE ? share.fee() : null;
        return new Order.GivenBack(part, share.line(), fee, share.pieces(), money(share.amount()), atProvider);
    }

    private LedgerRow row(String id, Refunded refunded, LedgerRow.State state) {
        return new LedgerRow(
                id,
                refunded.inCase(),
                LedgerRow.Kind.MONEY,
                state,
                money(refunded.amount()),
                refunded.payment(),
                null,
                refunded.shares().stream()
                        .filter(share -> share.line() != null)
                        .map(this::part)
                        .toList(),
                refunded.shares().stream()
                        .filter(share -> share.fee() != null)
                        .map(share -> new LedgerRow.FeePart(
                                share.fee().isEmpty() ? FeeKind.DELIVERY : FeeKind.OTHER,
                                share.fee(),
                                money(share.amount())))
                        .toList());
    }

    private LedgerRow.Part part(Share share) {
        return new LedgerRow.Part(share.line(), sku(share.line()), share.pieces(), money(share.amount()));
    }

    private String sku(int number) {
        return skus.getOrDefault(number, "GONE");
    }

    private Refund refund(String id, String key, String payment, BigDecimal amount, Refund.Status status) {
        return new Refund(id, key, payment, "ch-" + payment, money(amount), status, null, THEN);
    }

    private List<PaymentFact> payments() {
        return bought.payments().stream().filter(Paid::asked).map(this::fact).toList();
    }

    private PaymentFact fact(Paid paid) {
        List<Refund> its = refunds.stream()
                .filter(refund -> paid.reference().equals(refund.paymentReference()))
                .toList();
        Money captured = money(paid.captured());
        Money refunded = its.stream()
                .filter(refund -> refund.status() != Refund.Status.FAILED)
                .map(Refund::amount)
                .reduce(Money.zero(currency), Money::plus);
        return new PaymentFact(
                paid.reference(),
                "stripe",
                "ch-" + paid.reference(),
                captured,
                asTold(its),
                paid.disputed(),
                captured.minus(refunded),
                null);
    }

    /** Some providers tell a refund twice, and not in the order in which they were made. */
    private List<Refund> asTold(List<Refund> its) {
        List<Refund> told = new ArrayList<>(its);
        if (bought.hashCode() % 5 == 0) {
            told.addAll(its);
            Collections.reverse(told);
        }
        return told;
    }

    private Order order() {
        List<Order.Line> lines = bought.lines().stream()
                .map(line -> new Order.Line(
                        line.line(), line.sku(), "Article", line.pieces(), money(line.price()), null, false))
                .toList();
        List<Order.Shipment> parcels = bought.parcels().stream()
                .map(parcel -> new Order.Shipment(
                        "T",
                        null,
                        THEN,
                        parcel.entrySet().stream().map(this::item).toList()))
                .toList();
        List<Order.Payment> payments = bought.payments().stream()
                .map(paid -> new Order.Payment(
                        paid.reference(), paid.asked() ? "stripe" : "bank", money(paid.captured()), THEN))
                .toList();
        return new Order(
                "O-1",
                THEN,
                currency,
                money(bought.total()),
                money(bought.delivery()),
                Order.SalesChannel.SHOP,
                Order.PaymentMethod.CARD,
                false,
                false,
                new Order.Customer(null, "Ada", "ada@example.org", null, Locale.ENGLISH, null, null),
                null,
                lines,
                parcels,
                payments,
                null,
                List.of(),
                bought.fees().entrySet().stream()
                        .map(fee -> new Order.Fee(fee.getKey(), money(fee.getValue()), null))
                        .toList(),
                null,
                givenBack);
    }

    private Order.Item item(Map.Entry<Integer, Integer> piece) {
        return new Order.Item(piece.getKey(), sku(piece.getKey()), piece.getValue());
    }

    private Money money(BigDecimal amount) {
        return Money.of(currency, amount);
    }
}
