package io.redress.outside.order.woocommerce;

import io.redress.outside.order.Order;
import io.redress.outside.order.ShopUnavailable;
import io.redress.outside.order.shop.ShopCalls;
import io.redress.outside.order.shop.ShopPaymentErrors;
import io.redress.outside.payment.AnswerDoubtful;
import io.redress.outside.payment.HeldPayment;
import io.redress.outside.payment.Payment;
import io.redress.outside.payment.PaymentHolder;
import io.redress.outside.payment.PaymentProviderUnavailable;
import io.redress.outside.payment.Refund;
import io.redress.outside.wire.Permit;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.joda.money.Money;

/**
 * The payments of a WooCommerce order, whatever gateway took them, refunded through that gateway by WooCommerce itself.
 * Those of Stripe's gateways are handled as Stripe's. It knows no disputes, and customers have no balance there.
 */
class WooPayments implements PaymentHolder {

    private static final String STRIPE = "stripe";

    private final ShopCalls calls;
    private final WooParcels parcels;
    private final Clock clock;

    WooPayments(ShopCalls calls, WooParcels parcels, Clock clock) {
        this.calls = calls;
        this.parcels = parcels;
        this.clock = clock;
    }

    @Override
    public boolean holds(String provider) {
        return provider != null && !provider.isBlank() && !provider.strip().equalsIgnoreCase(STRIPE);
    }

    @Override
    public Permit permit(HeldPayment payment) {
        return calls.paymentPermit();
    }

    @Override
    public Optional<Payment> payment(HeldPayment payment) {
        ShopCalls.Call call = calls.start();
        try {
            return WooShop.byNumber(call, payment.orderNumber()).flatMap(order -> payment(call, order, payment));
        } catch (ShopUnavailable unavailable) {
            throw ShopPaymentErrors.translate(unavailable);
        }
    }

    private Optional<Payment> payment(ShopCalls.Call call, WooOrder order, HeldPayment held) {
        List<WooOrder.Refund> refunds = WooShop.refunds(call, order);
        return WooOrderMapping.order(order, refunds, parcels).payments().stream()
                .filter(listed -> holds(listed.provider()) && listed.reference().equals(held.reference()))
                .findFirst()
                .map(listed -> payment(listed, refunds));
    }

    private static Payment payment(Order.Payment listed, List<WooOrder.Refund> told) {
        List<Refund> refunds = told.stream()
                .map(refund -> WooRefunds.refund(refund, listed.reference(), listed.amount()))
                .sorted(Comparator.comparing(Refund::createdAt))
                .toList();
        Money none = Money.zero(listed.amount().getCurrencyUnit());
        return new Payment(
                listed.reference(),
                listed.reference(),
                listed.amount(),
                refunds.stream().map(Refund::amount).reduce(none, Money::plus),
                null,
                false,
                listed.paidAt(),
                refunds,
                List.of(),
                null);
    }

    @Override
    public Refund refund(RefundOrder order) {
        ShopCalls.Call call = calls.start();
        return asking(() -> new WooRefunds(call, theOrder(call, order), clock).make(order));
    }

    @Override
    public Optional<Refund> findRefund(RefundOrder order) {
        ShopCalls.Call call = calls.start();
        return asking(() -> new WooRefunds(call, theOrder(call, order), clock).find(order));
    }

    private static WooOrder theOrder(ShopCalls.Call call, RefundOrder order) {
        String number = order.payment().orderNumber();
        return WooShop.byNumber(call, number)
                .orElseThrow(() -> new PaymentProviderUnavailable("The shop knows no order " + number, false, null));
    }

    /** @throws AnswerDoubtful where the shop's answer cannot be believed */
    private static <T> T asking(Supplier<T> question) {
        try {
            return question.get();
        } catch (ShopUnavailable unavailable) {
            throw ShopPaymentErrors.translate(unavailable);
        }
    }
}
