package io.redress.outside.order.shop;

import io.redress.outside.order.Order;
import io.redress.outside.order.shop.ShopRefund.Answer;
import io.redress.outside.order.shop.ShopRefund.Status;
import io.redress.outside.payment.AnswerDoubtful;
import io.redress.outside.payment.Payment;
import io.redress.outside.payment.PaymentHolder.RefundOrder;
import io.redress.outside.payment.Refund;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.Money;

/**
 * The refunds that a shop reports, as far as they can be believed. It may report one twice and in any order; a report
 * that contradicts itself, or what was asked, is not believed at all.
 */
final class ShopRefunds {

    private static final String NO_REASON = "The shop gives no reason.";

    private final String orderNumber;
    private final List<Order.Payment> held;
    private final Collection<Answer> told;

    /**
     * @param held the payments of the order that the shop holds
     * @param told every refund of the order
     */
    ShopRefunds(String orderNumber, List<Order.Payment> held, List<Answer> told) {
        this.orderNumber = orderNumber;
        this.held = held;
        this.told = once(told);
    }

    /**
     * A payment with its refunds.
     *
     * @param reference of one of the payments that the shop holds
     * @throws AnswerDoubtful where the refunds contradict order, payment or each other
     */
    Payment payment(String reference) {
        List<Order.Payment> named = held.stream()
                .filter(payment -> payment.reference().equals(reference))
                .toList();
        if (named.size() > 1) {
            throw new AnswerDoubtful(
                    "The shop lists two payments of order %s under %s.".formatted(orderNumber, reference));
        }
        Order.Payment payment = named.get(0);
        List<Refund> refunds = told.stream()
                .filter(refund -> paymentOf(refund).equals(reference))
                .map(refund -> refundOf(payment, refund))
                .sorted(Comparator.comparing(Refund::createdAt))
                .toList();
        return new Payment(
                reference,
                reference,
                payment.amount(),
                refunds.stream()
                        .filter(refund -> refund.status() != Refund.Status.FAILED)
                        .map(Refund::amount)
                        .reduce(Money.zero(payment.amount().getCurrencyUnit()), Money::plus),
                null,
                false,
                payment.paidAt(),
                refunds,
                List.of(),
                null);
    }

    /** A refund need not name its payment where there is one only. */
    private String paymentOf(Answer refund) {
        require(refund, "order", refund.orderNumber(), orderNumber);
        if (refund.paymentReference() != null) {
            return refund.paymentReference();
        }
        if (held.size() > 1) {
            throw doubtful(refund, "does not say of which payment it is");
        }
        return held.get(0).reference();
    }

    private static Refund refundOf(Order.Payment payment, Answer refund) {
        Money paid = payment.amount();
        require(refund, "currency", refund.currency(), paid.getCurrencyUnit().getCode());
        BigDecimal amount = new BigDecimal(refund.amount());
        if (amount.stripTrailingZeros().scale() > paid.getCurrencyUnit().getDecimalPlaces()) {
            throw doubtful(refund, "has more decimals than " + paid.getCurrencyUnit());
        }
        return refund(refund, payment.reference(), Money.of(paid.getCurrencyUnit(), amount), payment.paidAt());
    }

    /**
     * What became of an order of ours, if the shop knows it.
     *
     * @param found what the shop found by our key
     * @param now stands where the shop does not say when it was
     * @throws AnswerDoubtful where it is another refund, or more than one
     */
    static Optional<Refund> made(RefundOrder order, List<Answer> found, Instant now) {
        List<Refund> all =
                once(found).stream().map(answer -> answerTo(order, answer, now)).toList();
        List<Refund> standing = all.stream()
                .filter(refund -> refund.status() != Refund.Status.FAILED)
                .toList();
        if (standing.size() > 1) {
            throw new AnswerDoubtful("The shop knows %d refunds by the one key %s: %s and %s."
                    .formatted(
                            standing.size(),
                            order.key(),
                            standing.get(0).id(),
                            standing.get(1).id()));
        }
        return standing.stream().findFirst().or(() -> all.stream().max(Comparator.comparing(Refund::createdAt)));
    }

    /**
     * The shop's answer to an order of ours.
     *
     * @throws AnswerDoubtful where it is about something else
     */
    static Refund answerTo(RefundOrder order, Answer answer, Instant now) {
        Money asked = order.amount();
        require(answer, "key", answer.key(), order.key());
        require(answer, "order", answer.orderNumber(), order.payment().orderNumber());
        require(answer, "payment", answer.paymentReference(), order.payment().reference());
        require(answer, "currency", answer.currency(), asked.getCurrencyUnit().getCode());
        if (new BigDecimal(answer.amount()).compareTo(asked.getAmount()) != 0) {
            throw doubtful(answer, "is of %s, and not of %s".formatted(answer.amount(), asked));
        }
        return refund(answer, order.payment().reference(), order.key(), asked, now);
    }

    private static Refund refund(Answer answer, String payment, Money amount, Instant usualTime) {
        return refund(answer, payment, answer.key(), amount, usualTime);
    }

    private static Refund refund(Answer answer, String payment, String key, Money amount, Instant usualTime) {
        return new Refund(
                answer.reference(),
                key,
                payment,
                payment,
                amount,
                answer.status().inOurWords(),
                answer.status() == Status.FAILED ? reason(answer) : null,
                answer.createdAt() == null ? usualTime : answer.createdAt());
    }

    private static String reason(Answer answer) {
        return answer.reason() == null || answer.reason().isBlank()
                ? NO_REASON
                : answer.reason().strip();
    }

    /** Each refund once, in its present state: a report of it as pending is older than one of its end. */
    private static Collection<Answer> once(List<Answer> told) {
        Map<String, Answer> byReference = new LinkedHashMap<>();
        told.forEach(answer -> byReference.merge(answer.reference(), answer, ShopRefunds::later));
        return byReference.values();
    }

    private static Answer later(Answer one, Answer other) {
        boolean same = Objects.equals(one.key(), other.key())
                && Objects.equals(one.paymentReference(), other.paymentReference())
                && new BigDecimal(one.amount()).compareTo(new BigDecimal(other.amount())) == 0;
        boolean open = one.status() == Status.PENDING || other.status() == Status.PENDING;
        if (!same || one.status() != other.status() && !open) {
            throw doubtful(one, "is told twice, and differently");
        }
        return one.status() == Status.PENDING ? other : one;
    }

    /** A field that the shop leaves out contradicts nothing. */
    private static void require(Answer answer, String what, String said, String asked) {
        if (said != null && !said.equals(asked)) {
            throw doubtful(answer, "names the %s %s, and not %s".formatted(what, said, asked));
        }
    }

    private static AnswerDoubtful doubtful(Answer answer, String why) {
        return new AnswerDoubtful(
                "The shop's refund %s %s. What happened to the money is not certain; look at the shop."
                        .formatted(answer.reference(), why));
    }
}
