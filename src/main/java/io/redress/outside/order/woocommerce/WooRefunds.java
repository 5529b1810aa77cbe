package io.redress.outside.order.woocommerce;

import io.redress.outside.order.ShopUnavailable;
import io.redress.outside.order.shop.ShopCalls;
import io.redress.outside.order.shop.ShopJson;
import io.redress.outside.order.shop.ShopPaymentErrors;
import io.redress.outside.payment.AnswerDoubtful;
import io.redress.outside.payment.PaymentHolder.RefundOrder;
import io.redress.outside.payment.PaymentProviderUnavailable;
import io.redress.outside.payment.Refund;
import io.redress.outside.payment.RefundRefused;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;

/**
 * The refunds of an order in WooCommerce, which has no idempotency keys: one that is repeated after a lost answer is a
 * second refund. So our key stands in a refund's meta data and, because that is written last, in its reason; and before
 * a refund is asked for, the time is noted at the order. Where an answer was lost and no refund is there, it is asked
 * for again only when the first request cannot be running any more.
 */
final class WooRefunds {

    /** Longer than a shop's server works on one request. */
    static final Duration UNDER_WAY = Duration.ofMinutes(10);

    private static final String NOTE = "_redress_refund_";

    /** By these WooCommerce says that there is no refund: the order does not allow it, or its gateway. */
    private static final Set<String> REFUSALS = Set.of(
            "woocommerce_rest_cannot_create_order_refund",
            "woocommerce_rest_invalid_order_refund",
            "rest_invalid_param",
            "rest_missing_callback_param");

    private final ShopCalls.Call call;
    private final WooOrder order;
    private final Clock clock;

    WooRefunds(ShopCalls.Call call, WooOrder order, Clock clock) {
        this.call = call;
        this.order = order;
        this.clock = clock;
    }

    /** A refund of a payment, whoever made it. What was written down by hand was given back by hand. */
    static Refund refund(WooOrder.Refund told, String payment, Money paid) {
        String key = told.key().orElse(null);
        return new Refund(
                Long.toString(told.id()),
                key,
                payment,
                payment,
                amount(told, paid),
                key == null || isPaid(told) ? Refund.Status.SUCCEEDED : Refund.Status.PENDING,
                null,
                told.dateCreatedGmt() == null
                        ? Instant.EPOCH
                        : told.dateCreatedGmt().toInstant(ZoneOffset.UTC));
    }

    /**
     * The refund that was made for an order of ours.
     *
     * @throws PaymentProviderUnavailable where it is written down and nobody says yet that the gateway paid
     * @throws AnswerDoubtful where it is another refund, or more than one
     */
    Optional<Refund> find(RefundOrder wanted) {
        return find(wanted, WooShop.refunds(call, order));
    }

    private static Optional<Refund> find(RefundOrder wanted, List<WooOrder.Refund> all) {
        List<WooOrder.Refund> ours = all.stream()
                .filter(refund -> refund.key().filter(wanted.key()::equals).isPresent())
                .toList();
        if (ours.size() > 1) {
            throw new AnswerDoubtful("WooCommerce knows two refunds by the one key %s: %d and %d."
                    .formatted(wanted.key(), ours.get(0).id(), ours.get(1).id()));
        }
        return ours.stream().findFirst().map(refund -> made(wanted, refund));
    }

    /**
     * Makes a refund, unless it is there.
     *
     * @throws PaymentProviderUnavailable where an earlier attempt may still be under way, or the outcome is not known
     * @throws RefundRefused where the gateway gives nothing back
     */
    Refund make(RefundOrder wanted) {
        Optional<Refund> made = find(wanted);
        if (made.isPresent()) {
            return made.get();
        }
        requireNoneUnderWay(wanted);
        String now = clock.instant().toString();
        call.put("/orders/{id}", WooRefundDraft.note(NOTE + wanted.key(), now), order.id());
        try {
            byte[] answer = call.post("/orders/{id}/refunds", WooRefundDraft.of(wanted, order), order.id());
            return made(wanted, ShopJson.read(answer, WooOrder.Refund.class));
        } catch (ShopUnavailable error) {
            RefundRefused refused = refusal(error).orElseThrow(() -> error);
            // An attempt whose answer was lost may be why the shop refuses this one.
            return find(wanted, WooShop.allRefunds(call, order.id())).orElseThrow(() -> refused);
        }
    }

    private void requireNoneUnderWay(RefundOrder wanted) {
        Duration left = order.meta(NOTE + wanted.key())
                .map(noted ->
                        Duration.between(clock.instant(), asked(noted.asText()).plus(UNDER_WAY)))
                .orElse(Duration.ZERO);
        if (left.compareTo(Duration.ZERO) > 0) {
            throw new PaymentProviderUnavailable(
                    "WooCommerce may still be at work on an earlier request for this refund", true, left, null);
        }
    }

    /** Whatever stands there was not written by us; then the earlier request is as old as can be. */
    private Instant asked(String noted) {
        try {
            return Instant.parse(noted);
        } catch (DateTimeException notOurs) {
            return clock.instant().minus(UNDER_WAY);
        }
    }

    private static Refund made(RefundOrder wanted, WooOrder.Refund told) {
        Money asked = wanted.amount();
        if (!amount(told, asked).equals(asked)) {
            throw new AnswerDoubtful("WooCommerce's refund %d is of %s, and not of %s. Look at the order there."
                    .formatted(told.id(), told.amount(), asked));
        }
        if (!isPaid(told)) {
            throw new PaymentProviderUnavailable(
                    "WooCommerce has written down the refund %d, and does not say that the gateway paid it"
                            .formatted(told.id()),
                    true,
                    null);
        }
        return refund(told, wanted.payment().reference(), asked);
    }

    private static boolean isPaid(WooOrder.Refund told) {
        return Boolean.TRUE.equals(told.refundedPayment());
    }

    private static Money amount(WooOrder.Refund told, Money paid) {
        BigDecimal amount = told.amount() == null ? null : told.amount().abs();
        if (amount == null || amount.precision() - amount.scale() > 12) {
            throw new AnswerDoubtful("WooCommerce's refund %d has no amount.".formatted(told.id()));
        }
        return Money.of(paid.getCurrencyUnit(), amount, RoundingMode.HALF_UP);
    }

    private static Optional<RefundRefused> refusal(ShopUnavailable error) {
        var body = ShopPaymentErrors.body(error);
        String code = body.path("code").asText("");
        return REFUSALS.contains(code)
                ? Optional.of(new RefundRefused(
                        code, ShopPaymentErrors.inWords(body.path("message").asText(""), code)))
                : Optional.empty();
    }
}
