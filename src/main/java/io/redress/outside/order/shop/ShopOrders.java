package io.redress.outside.order.shop;

import io.redress.outside.order.Order;
import io.redress.outside.order.OrderReference;
import io.redress.outside.order.ShopUnavailable;
import io.redress.outside.wire.Permit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;

/** The shop's order book and warehouse, asked over REST. */
class ShopOrders implements Shop {

    /** Path segments that have a meaning of their own, such as the parent folder. */
    private static final Set<String> NO_NUMBERS = Set.of(".", "..");

    private final ShopCalls calls;

    ShopOrders(ShopCalls calls) {
        this.calls = calls;
    }

    @Override
    public Optional<Order> find(OrderReference reference) {
        ShopCalls.Call call = calls.start();
        if (isGiven(reference.number())) {
            return byNumber(call, reference.number().strip());
        }
        return bySearch(call, "paymentReference", reference.paymentReference())
                .or(() -> bySearch(call, "trackingCode", reference.trackingCode()));
    }

    @Override
    public Permit permit() {
        return calls.permit();
    }

    @Override
    public Answer order(Replacement replacement) {
        ShopCalls.Call call = calls.start();
        CurrencyUnit currency = byNumber(call, replacement.orderNumber())
                .map(Order::currency)
                .orElseThrow(
                        () -> new ShopUnavailable("The shop knows no order " + replacement.orderNumber(), false, null));
        byte[] answer = call.post("/fulfilment-orders", ShopFulfilment.Request.of(replacement, currency));
        return ShopJson.read(answer, ShopFulfilment.Answer.class).answer();
    }

    @Override
    public Optional<Answer> find(String reference) {
        return find(calls.start(), reference).map(ShopFulfilment.Answer::answer);
    }

    private static Optional<ShopFulfilment.Answer> find(ShopCalls.Call call, String reference) {
        return call.get("/fulfilment-orders?reference={reference}", reference)
                .flatMap(body -> ShopJson.read(body, ShopFulfilment.Found.class).fulfilmentOrders().stream()
                        .filter(answer -> answer.reference().equals(reference))
                        .findFirst());
    }

    @Override
    public boolean cancel(Replacement replacement) {
        ShopCalls.Call call = calls.start();
        return find(call, replacement.reference())
                .filter(order -> order.status() == ShopFulfilment.Status.ACCEPTED)
                .map(order -> call.postUnlessTooLate("/fulfilment-orders/{id}/cancel", order.id()))
                .orElse(true);
    }

    /** @param number may be {@code null}, which no order has */
    static Optional<Order> byNumber(ShopCalls.Call call, String number) {
        if (!isGiven(number) || NO_NUMBERS.contains(number)) {
            return Optional.empty();
        }
        return call.get("/orders/{number}", number)
                .map(body -> ShopOrderMapping.order(ShopJson.read(body, ShopOrder.class)));
    }

    private static Optional<Order> bySearch(ShopCalls.Call call, String by, String value) {
        if (!isGiven(value)) {
            return Optional.empty();
        }
        List<ShopOrder> found = call.get("/orders?" + by + "={value}", value.strip())
                .map(body -> ShopJson.read(body, ShopOrder.Found.class).orders())
                .orElse(List.of());
        if (found.size() > 1) {
            throw new ShopUnavailable("The shop knows several orders by this " + by, false, null);
        }
        return found.stream().findFirst().map(ShopOrderMapping::order);
    }

    private static boolean isGiven(String text) {
        return text != null && !text.isBlank();
    }
}
