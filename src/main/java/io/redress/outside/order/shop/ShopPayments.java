package io.redress.outside.order.shop;

import io.redress.outside.order.Order;
import io.redress.outside.order.ShopUnavailable;
import io.redress.outside.payment.HeldPayment;
import io.redress.outside.payment.Payment;
import io.redress.outside.payment.PaymentHolder;
import io.redress.outside.payment.PaymentProviderUnavailable;
import io.redress.outside.payment.Refund;
import io.redress.outside.payment.RefundRefused;
import io.redress.outside.wire.Permit;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The payments that the shop holds, through whatever provider it has, and refunds itself. What was taken is listed in
 * its order; what was given back, the shop is asked for. It knows no disputes and no subscriptions, and customers have
 * no balance there.
 */
class ShopPayments implements PaymentHolder {

    private final ShopCalls calls;
    private final Set<String> providers;
    private final Clock clock;

    /** @param providers the words by which orders tell that the shop holds a payment */
    ShopPayments(ShopCalls calls, List<String> providers, Clock clock) {
        this.calls = calls;
        this.providers = providers.stream().map(ShopPayments::word).collect(Collectors.toSet());
        this.clock = clock;
    }

    @Override
    public boolean holds(String provider) {
        return provider != null && providers.contains(word(provider));
    }

    private static String word(String provider) {
        return provider.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public Permit permit(HeldPayment payment) {
        return calls.paymentPermit();
    }

    /** Nothing, too, where the shop does not answer questions about refunds: what was given back is not known then. */
    @Override
    public Optional<Payment> payment(HeldPayment payment) {
        ShopCalls.Call call = calls.start();
        try {
            return ShopOrders.byNumber(call, payment.orderNumber())
                    .map(this::held)
                    .filter(held ->
                            held.stream().anyMatch(listed -> listed.reference().equals(payment.reference())))
                    .flatMap(held -> call.get("/refunds?orderNumber={number}", payment.orderNumber())
                            .map(body -> ShopJson.read(body, ShopRefund.Found.class))
                            .map(found -> new ShopRefunds(payment.orderNumber(), held, found.refunds())
                                    .payment(payment.reference())));
        } catch (ShopUnavailable unavailable) {
            throw ShopPaymentErrors.translate(unavailable);
        }
    }

    private List<Order.Payment> held(Order order) {
        return order.payments().stream()
                .filter(listed -> holds(listed.provider()))
                .toList();
    }

    @Override
    public Refund refund(RefundOrder order) {
        ShopCalls.Call call = calls.start();
        try {
            byte[] answer = call.post("/refunds", ShopRefund.Request.of(order));
            return ShopRefunds.answerTo(order, ShopJson.read(answer, ShopRefund.Answer.class), clock.instant());
        } catch (ShopUnavailable unavailable) {
            RefundRefused refused =
                    ShopPaymentErrors.refusal(unavailable).orElseThrow(() -> ShopPaymentErrors.translate(unavailable));
            // An attempt whose answer was lost may be why the shop refuses this one.
            return find(call, order).orElseThrow(() -> refused);
        }
    }

    @Override
    public Optional<Refund> findRefund(RefundOrder order) {
        return find(calls.start(), order);
    }

    private Optional<Refund> find(ShopCalls.Call call, RefundOrder order) {
        try {
            ShopRefund.Found found = call.get("/refunds?key={key}", order.key())
                    .map(body -> ShopJson.read(body, ShopRefund.Found.class))
                    .orElseThrow(() -> new PaymentProviderUnavailable(
                            "The shop does not answer questions about refunds (404)", false, null));
            return ShopRefunds.made(order, found.refunds(), clock.instant());
        } catch (ShopUnavailable unavailable) {
            throw ShopPaymentErrors.translate(unavailable);
        }
    }
}
