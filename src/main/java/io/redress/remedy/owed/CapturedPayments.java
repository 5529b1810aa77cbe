package io.redress.remedy.owed;

import io.redress.outside.order.Order;
import io.redress.outside.order.Order.PaymentMethod;
import io.redress.outside.payment.Refund;
import io.redress.remedy.owed.ComparedFigure.Kind;
import io.redress.remedy.owed.LedgerRow.State;
import io.redress.verification.evidence.Evidence.PaymentFact;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;

/**
 * The payments captured for an order, at every provider, and what is left of them. What was paid at a provider whom we
 * cannot ask is outside: the shop's word is all that is known of it. A refund that a provider reports is ours where it
 * has our key, or where a person named it as proof; any other was made by somebody else.
 */
final class CapturedPayments {

    private final Order order;
    private final Money none;
    private final List<LedgerRow> rows;
    private final List<PaymentFact> known;
    private final boolean otherCurrency;
    private final List<Order.Payment> unknown;
    private final boolean providerSilent;
    private final Map<String, Money> byOthers = new HashMap<>();
    private final Map<String, Money> byLedger = new HashMap<>();
    private final Set<String> surplus = new HashSet<>();

    /** @param rows what the ledger has of the order, as it says itself */
    CapturedPayments(Order order, List<PaymentFact> payments, boolean everybodyAnswered, List<LedgerRow> rows) {
        this.order = order;
        this.none = Money.zero(order.currency());
        this.known = payments.stream()
                .filter(payment -> payment.captured().getCurrencyUnit().equals(order.currency()))
                .map(CapturedPayments::eachRefundOnce)
                .toList();
        Set<String> references = payments.stream().map(PaymentFact::reference).collect(Collectors.toSet());
        this.unknown = order.payments().stream()
                .filter(payment -> !references.contains(payment.reference()))
                .filter(payment -> payment.amount().getCurrencyUnit().equals(order.currency()))
                .toList();
        this.otherCurrency = Stream.concat(
                        payments.stream().map(PaymentFact::captured),
                        order.payments().stream().map(Order.Payment::amount))
                .anyMatch(amount -> !amount.getCurrencyUnit().equals(order.currency()));
        this.providerSilent = payments.isEmpty() && !everybodyAnswered;
        this.rows = asProvidersSay(rows);
        this.rows.stream()
                .filter(row -> row.state() == State.GIVEN)
                .forEach(row -> byLedger.merge(Objects.toString(row.payment(), ""), row.money(), Money::plus));
        known.forEach(payment -> byOthers.put(payment.reference(), givenByOthers(payment)));
        findSurplus();
    }

    /** A provider may report a refund twice. One that it reports as failed has failed, whatever else it reports. */
    private static PaymentFact eachRefundOnce(PaymentFact payment) {
        Map<Object, Refund> each = new LinkedHashMap<>();
        payment.refunds()
                .forEach(refund -> each.merge(
                        refund.id() == null ? refund : refund.id(),
                        refund,
                        (one, other) -> one.status() == Refund.Status.FAILED ? one : other));
        return new PaymentFact(
                payment.reference(),
                payment.provider(),
                payment.charge(),
                payment.captured(),
                List.copyOf(each.values()),
                payment.disputed(),
                payment.refundable(),
                payment.customerReference());
    }

    /** The ledger may not have heard yet that a refund came back, or that one that it gave up has succeeded. */
    private List<LedgerRow> asProvidersSay(List<LedgerRow> rows) {
        Map<String, Refund.Status> said = new HashMap<>();
        known.stream()
                .flatMap(payment -> payment.refunds().stream())
                .filter(refund -> refund.key() != null)
                .forEach(refund -> said.put(refund.key(), refund.status()));
        return rows.stream()
                .map(row -> said.containsKey(row.key())
                        ? row.in(said.get(row.key()) == Refund.Status.FAILED ? State.BEING_RESOLVED : State.GIVEN)
                        : row)
                .toList();
    }

    private Money givenByOthers(PaymentFact payment) {
        return payment.refunds().stream()
                .filter(refund -> refund.status() != Refund.Status.FAILED)
                .filter(refund -> rows.stream().noneMatch(row -> row.isFor(refund)))
                .map(Refund::amount)
                .reduce(none, Money::plus);
    }

    /**
     * A charge beyond the total that was paid back in full was a mistake that was corrected, and no part of the order.
     */
    private void findSurplus() {
        Set<String> forArticles = rows.stream()
                .filter(row -> !row.namesNothing())
                .map(LedgerRow::payment)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        for (int i = known.size() - 1; i >= 0; i--) {
            PaymentFact payment = known.get(i);
            boolean paidBack = !given(payment).isLessThan(payment.captured());
            boolean beyondTotal = !captured().minus(payment.captured()).isLessThan(order.total());
            if (paidBack && beyondTotal && !forArticles.contains(payment.reference())) {
                surplus.add(payment.reference());
            }
        }
    }

    private Money given(PaymentFact payment) {
        return byOthers.get(payment.reference()).plus(byLedger.getOrDefault(payment.reference(), none));
    }

    /** What the ledger has of the order, without what corrected a surplus charge, also one that nobody lists. */
    List<LedgerRow> rows() {
        return rows.stream().filter(row -> !corrects(row)).toList();
    }

    private boolean corrects(LedgerRow row) {
        if (row.payment() == null || surplus.contains(row.payment())) {
            return row.payment() != null;
        }
        return row.namesNothing()
                && known.stream().noneMatch(payment -> payment.reference().equals(row.payment()))
                && order.payments().stream()
                        .noneMatch(payment -> payment.reference().equals(row.payment()));
    }

    Money captured() {
        return relevant().map(PaymentFact::captured).reduce(none, Money::plus).plus(capturedElsewhere());
    }

    private Stream<PaymentFact> relevant() {
        return known.stream().filter(payment -> !surplus.contains(payment.reference()));
    }

    /** An order to be paid at the door or by invoice is paid outside, also where the shop lists no payment. */
    private Money capturedElsewhere() {
        boolean nothingListed = known.isEmpty() && order.payments().isEmpty();
        return nothingListed && order.paymentMethod() != PaymentMethod.CARD
                ? order.total()
                : unknown.stream().map(Order.Payment::amount).reduce(none, Money::plus);
    }

    /**
     * What the shop itself gave back and no provider reports: in cash, or through a provider whom we cannot ask. What
     * both a provider and the shop report was given back once.
     */
    Money givenByShop() {
        return givenByShop(false).plus(Amounts.positive(givenByShop(true).minus(givenAtProviders())));
    }

    /** What providers report and the shop does not, so that nobody says what it was for. */
    Money givenByNobodyKnowsWhom() {
        return Amounts.positive(givenAtProviders().minus(givenByShop(true)));
    }

    private Money givenByShop(boolean throughPayment) {
        return order.givenBack().stream()
                .filter(given -> given.throughPayment() == throughPayment)
                .map(Order.GivenBack::amount)
                .reduce(none, Money::plus);
    }

    /** What somebody other than us gave back at providers. */
    Money givenAtProviders() {
        return relevant().map(payment -> byOthers.get(payment.reference())).reduce(none, Money::plus);
    }

    Money givenByLedger() {
        return rows().stream()
                .filter(row -> row.state() == State.GIVEN)
                .map(LedgerRow::money)
                .reduce(none, Money::plus);
    }

    /**
     * Whether what was captured is not what the order cost, or a provider does not know what the shop says it paid
     * back.
     */
    boolean disagrees(Set<String> wronglyCharged) {
        Money wrong = relevant()
                .filter(payment -> wronglyCharged.contains(payment.reference()))
                .map(PaymentFact::captured)
                .reduce(none, Money::plus);
        return otherCurrency
                || !captured().minus(wrong).isEqual(order.total())
                || givenByShop(true).isGreaterThan(givenAtProviders().plus(capturedElsewhere()));
    }

    /**
     * The payments of which something can be given back, those outside last.
     *
     * @param disputedToo whether what a bank decides about counts as well: a person may decide on it, and it waits for
     *     the bank; a machine may not
     */
    List<RefundSource> sources(boolean disputedToo) {
        List<RefundSource> sources = new ArrayList<>();
        relevant()
                .filter(payment -> disputedToo || !payment.disputed())
                .map(payment ->
                        new RefundSource(payment.provider(), payment.reference(), payment.charge(), left(payment)))
                .forEach(sources::add);
        if (providerSilent) {
            // The step that sends asks again.
            unknown.stream()
                    .map(payment -> new RefundSource(
                            payment.provider(),
                            payment.reference(),
                            null,
                            payment.amount().minus(byLedger.getOrDefault(payment.reference(), none))))
                    .forEach(sources::add);
        } else {
            Money given = unknown.stream()
                    .map(payment -> byLedger.getOrDefault(payment.reference(), none))
                    .reduce(byLedger.getOrDefault("", none).plus(givenByShop()), Money::plus);
            sources.add(new RefundSource(null, null, null, capturedElsewhere().minus(given)));
        }
        return sources.stream().filter(source -> source.left().isPositive()).toList();
    }

    private Money left(PaymentFact payment) {
        return Amounts.lesser(payment.refundable(), payment.captured().minus(given(payment)));
    }

    List<ComparedFigure> figures() {
        List<ComparedFigure> figures = new ArrayList<>();
        relevant()
                .forEach(payment ->
                        figures.add(new ComparedFigure(Kind.CAPTURED, payment.reference(), payment.captured())));
        if (capturedElsewhere().isPositive()) {
            figures.add(new ComparedFigure(Kind.CAPTURED_ELSEWHERE, "", capturedElsewhere()));
        }
        Map<State, Map<String, Money>> byState = new EnumMap<>(State.class);
        rows().forEach(row -> byState.computeIfAbsent(row.state(), state -> new TreeMap<>())
                .merge(row.caseNumber(), row.money(), Money::plus));
        add(figures, Kind.GIVEN_BY_CASE, byState.getOrDefault(State.GIVEN, Map.of()));
        add(figures, Kind.BEING_RESOLVED, byState.getOrDefault(State.BEING_RESOLVED, Map.of()));
        add(figures, Kind.RULED_NOT_OWED, byState.getOrDefault(State.NOT_OWED, Map.of()));
        if (givenByShop().isPositive()) {
            figures.add(new ComparedFigure(Kind.GIVEN_BY_SHOP, "", givenByShop()));
        }
        relevant().forEach(payment -> {
            if (byOthers.get(payment.reference()).isPositive()) {
                figures.add(new ComparedFigure(
                        Kind.GIVEN_AT_PROVIDER, payment.reference(), byOthers.get(payment.reference())));
            }
            if (payment.disputed() && left(payment).isPositive()) {
                figures.add(new ComparedFigure(Kind.DISPUTED, payment.reference(), left(payment)));
            }
        });
        return figures;
    }

    private static void add(List<ComparedFigure> figures, Kind kind, Map<String, Money> amounts) {
        amounts.forEach((detail, amount) -> {
            if (amount.isPositive()) {
                figures.add(new ComparedFigure(kind, detail, amount));
            }
        });
    }
}
