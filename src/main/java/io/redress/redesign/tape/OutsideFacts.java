package io.redress.redesign.tape;

import io.redress.outside.logistics.Parcel;
import io.redress.outside.logistics.Shipping;
import io.redress.outside.order.Fulfilment;
import io.redress.outside.order.Order;
import io.redress.outside.order.OrderReference;
import io.redress.outside.payment.Dispute;
import io.redress.outside.payment.HeldPayment;
import io.redress.outside.payment.Payment;
import io.redress.outside.payment.PaymentHolder;
import io.redress.outside.payment.PaymentProvider;
import io.redress.outside.payment.PromotionCodes;
import io.redress.outside.payment.Refund;
import io.redress.outside.payment.SubscriptionCharge;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.joda.money.Money;

/**
 * The keys and figures of questions and answers that may stand on the tape. What is not listed here does not: names,
 * addresses and anything that somebody wrote.
 */
final class OutsideFacts {

    private static final Map<Class<?>, Function<Object, Map<String, Object>>> QUESTIONS = questions();
    private static final Map<Class<?>, Function<Object, Map<String, Object>>> ANSWERS = answers();

    private OutsideFacts() {}

    private static Map<Class<?>, Function<Object, Map<String, Object>>> questions() {
        Kinds kinds = new Kinds();
        kinds.add(String.class, key -> facts("key", key));
        kinds.add(
                OrderReference.class,
                order -> facts(
                        "order", order.number(), "payment", order.paymentReference(), "parcel", order.trackingCode()));
        kinds.add(HeldPayment.class, held -> facts("payment", held.reference()));
        kinds.add(
                PaymentHolder.RefundOrder.class,
                refund -> facts(
                        "remedy", refund.key(),
                        "payment", refund.payment().reference(),
                        "charge", refund.charge(),
                        "amount", amount(refund.amount())));
        kinds.add(
                PaymentProvider.CreditOrder.class,
                credit -> facts("remedy", credit.key(), "amount", amount(credit.amount())));
        kinds.add(PaymentProvider.PaymentSearch.class, search -> facts("order", search.orderNumber()));
        kinds.add(
                PromotionCodes.PromotionOrder.class,
                voucher -> facts("remedy", voucher.key(), "amount", amount(voucher.amount())));
        kinds.add(
                Fulfilment.Replacement.class,
                replacement -> facts("remedy", replacement.reference(), "order", replacement.orderNumber()));
        kinds.add(Shipping.LabelOrder.class, label -> facts("key", label.reference(), "return", label.isReturn()));
        return kinds.byType;
    }

    private static Map<Class<?>, Function<Object, Map<String, Object>>> answers() {
        Kinds kinds = new Kinds();
        kinds.add(String.class, id -> facts("id", id));
        kinds.add(Boolean.class, done -> facts("done", done));
        kinds.add(Order.class, order -> facts("order", order.number(), "total", amount(order.total())));
        kinds.add(Payment.class, OutsideFacts::payment);
        kinds.add(PaymentProvider.FoundPayment.class, found -> payment(found.payment()));
        kinds.add(
                Refund.class,
                refund -> facts(
                        "id", refund.id(),
                        "amount", amount(refund.amount()),
                        "status", refund.status()));
        kinds.add(
                SubscriptionCharge.class,
                charge -> facts(
                        "charge", charge.charge(),
                        "payment", charge.paymentReference(),
                        "order", charge.orderNumber(),
                        "amount", amount(charge.amount()),
                        "refunded", amount(charge.refunded()),
                        "periodStart", charge.periodStart(),
                        "goesOn", charge.subscriptionActive()));
        kinds.add(
                Dispute.class,
                dispute -> facts(
                        "id", dispute.id(),
                        "payment", dispute.paymentReference(),
                        "amount", amount(dispute.amount()),
                        "state", dispute.state()));
        kinds.add(
                Fulfilment.Answer.class,
                answer -> facts(
                        "id", answer.id(),
                        "accepted", answer.accepted(),
                        "parcel", answer.trackingCode(),
                        "gift", answer.giftIncluded()));
        kinds.add(
                Parcel.class,
                parcel -> facts(
                        "parcel", parcel.trackingCode(),
                        "state", parcel.state(),
                        "signed", parcel.signedBy() != null,
                        "lastScanAt", parcel.lastScanAt()));
        kinds.add(
                Shipping.Label.class,
                label -> facts(
                        "parcel", label.trackingCode(), "cost", label.cost().toPlainString() + " " + label.currency()));
        kinds.add(Shipping.LabelRefund.class, state -> facts("state", state));
        return kinds.byType;
    }

    /** What was asked about, of everything that was handed over. */
    static Map<String, Object> about(Object... handedOver) {
        Map<String, Object> about = new LinkedHashMap<>();
        Stream.of(handedOver).forEach(part -> about.putAll(facts(QUESTIONS, part)));
        return about;
    }

    /** What was answered: none for nothing, one for each where there are several. */
    static List<Map<String, Object>> answers(Object answer) {
        if (answer instanceof Optional<?> perhaps) {
            return answers(perhaps.orElse(null));
        }
        Collection<?> several =
                answer instanceof Collection<?> all ? all : answer == null ? List.of() : List.of(answer);
        return several.stream().map(one -> facts(ANSWERS, one)).toList();
    }

    /** Whether it is listed what is kept of a question of this type. */
    static boolean takesQuestion(Class<?> type) {
        return QUESTIONS.containsKey(type);
    }

    /** Whether it is listed what is kept of an answer of this type. */
    static boolean takesAnswer(Class<?> type) {
        return ANSWERS.containsKey(type);
    }

    private static Map<String, Object> payment(Payment payment) {
        return facts(
                "payment", payment.reference(),
                "captured", amount(payment.captured()),
                "refunded", amount(payment.refunded()),
                "disputed", payment.disputed());
    }

    private static Map<String, Object> facts(Map<Class<?>, Function<Object, Map<String, Object>>> kinds, Object value) {
        return value == null
                ? Map.of()
                : kinds.getOrDefault(value.getClass(), unlisted -> Map.of()).apply(value);
    }

    /** Names and values in turn; what is {@code null} is left out. */
    private static Map<String, Object> facts(Object... namesAndValues) {
        Map<String, Object> facts = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            if (value != null) {
                facts.put((String) namesAndValues[i], value instanceof Boolean ? value : value.toString());
            }
        }
        return facts;
    }

    private static String amount(Money amount) {
        return amount == null ? null : amount.getAmount().toPlainString() + " " + amount.getCurrencyUnit();
    }

    private static final class Kinds {

        private final Map<Class<?>, Function<Object, Map<String, Object>>> byType = new LinkedHashMap<>();

        <T> void add(Class<T> type, Function<T, Map<String, Object>> facts) {
            byType.put(type, value -> facts.apply(type.cast(value)));
        }
    }
}
