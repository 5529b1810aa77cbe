package io.redress.outside.order.woocommerce;

import io.redress.outside.order.Fulfilment.Answer;
import io.redress.outside.order.Fulfilment.Replacement;
import io.redress.outside.order.Order;
import io.redress.outside.order.ShopUnavailable;
import io.redress.outside.order.shop.ShopCalls;
import io.redress.outside.order.shop.ShopJson;
import io.redress.outside.order.woocommerce.WooParcels.WooParcel;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The replacements in WooCommerce, which has no idempotency keys: an order that is repeated after a lost answer is a
 * second order. So a replacement is first a draft that nobody ships, a child of the original order and with our key in
 * its meta data. However many drafts there are by then, only the oldest is confirmed; confirming it again changes
 * nothing.
 */
final class WooReplacements {

    static final String KEY = "_redress_key";
    static final String CASE = "_redress_case";

    private static final Logger LOG = LoggerFactory.getLogger(WooReplacements.class);
    private static final String DRAFT = "pending";
    private static final String CONFIRMED = "processing";
    private static final Set<String> ENDED = Set.of("cancelled", "failed", "refunded", "trash");

    private final ShopCalls.Call call;
    private final WooParcels parcels;

    WooReplacements(ShopCalls.Call call, WooParcels parcels) {
        this.call = call;
        this.parcels = parcels;
    }

    /** The answer to a confirmed one; a draft that nobody confirmed was never ordered. */
    Optional<Answer> find(String key, Stream<WooOrder> among) {
        return among.filter(order -> isOf(order, key) && !order.status().equals(DRAFT))
                .min(Comparator.comparing((WooOrder order) -> ENDED.contains(order.status()))
                        .thenComparing(WooOrder::id))
                .map(this::answer);
    }

    /** The child orders of this one. */
    Stream<WooOrder> below(WooOrder original) {
        return call.get("/orders?parent={id}&per_page=100", original.id())
                .map(body -> ShopJson.readAll(body, WooOrder[].class).stream())
                .orElse(Stream.empty())
                .filter(order -> order.parentId() == original.id());
    }

    Answer order(Replacement replacement, WooOrder original) {
        List<WooOrder> before = below(original).toList();
        Optional<Answer> done = find(replacement.reference(), before.stream());
        if (done.isPresent()) {
            return done.get();
        }
        for (Order.Item item : replacement.items()) {
            if (!isInStock(line(original, item), item.quantity())) {
                return new Answer("none", false, "out_of_stock", null, null);
            }
        }
        if (before.stream().noneMatch(draft -> isOf(draft, replacement.reference()))) {
            call.post("/orders", WooDraft.of(replacement, original, item -> line(original, item)));
        }
        return confirm(replacement, original);
    }

    /**
     * Stops what has no parcel yet. WooCommerce puts the articles back into stock.
     *
     * @return false where it is too late
     */
    boolean cancel(String key, WooOrder original) {
        List<WooOrder> running = below(original)
                .filter(order -> isOf(order, key) && !ENDED.contains(order.status()))
                .toList();
        if (running.stream().anyMatch(this::hasLeft)) {
            return false;
        }
        running.forEach(order -> call.put("/orders/{id}", new WooDraft.Change("cancelled"), order.id()));
        return true;
    }

    private boolean hasLeft(WooOrder order) {
        return order.status().equals("completed") || !parcels.of(order).isEmpty();
    }

    private Answer confirm(Replacement replacement, WooOrder original) {
        List<WooOrder> drafts = below(original)
                .filter(order -> isOf(order, replacement.reference()))
                .sorted(Comparator.comparing(WooOrder::id))
                .toList();
        Optional<Answer> done = find(replacement.reference(), drafts.stream());
        if (done.isPresent() || drafts.isEmpty()) {
            return done.orElseThrow(
                    () -> new ShopUnavailable("The shop does not show the order that was just made", true, null));
        }
        WooOrder confirmed = ShopJson.read(
                call.put(
                        "/orders/{id}",
                        new WooDraft.Change(CONFIRMED),
                        drafts.get(0).id()),
                WooOrder.class);
        drafts.stream().skip(1).forEach(this::cancel);
        note(original, replacement, confirmed);
        return answer(confirmed);
    }

    private Answer answer(WooOrder order) {
        boolean accepted = !ENDED.contains(order.status());
        Optional<WooParcel> parcel = parcels.of(order).stream().findFirst();
        return new Answer(
                order.number(),
                accepted,
                accepted ? null : "Order %s is %s in the shop".formatted(order.number(), order.status()),
                parcel.map(WooParcel::trackingCode).orElse(null),
                parcel.map(WooParcel::carrier).orElse(null));
    }

    /**
     * WooCommerce accepts orders for articles that are out of stock, so we ask first. It reserves the stock when we
     * confirm.
     */
    private boolean isInStock(WooOrder.Line line, int quantity) {
        Optional<byte[]> product = line.variationId() == 0
                ? call.get("/products/{id}", line.productId())
                : call.get("/products/{id}/variations/{variation}", line.productId(), line.variationId());
        return product.map(body -> ShopJson.read(body, WooDraft.Product.class))
                .map(known -> known.covers(quantity))
                .orElse(false);
    }

    private static WooOrder.Line line(WooOrder original, Order.Item item) {
        return original.lineItems().stream()
                .filter(line -> line.article().equals(item.sku()))
                .findFirst()
                .orElseThrow(() -> new ShopUnavailable(
                        "Order %s has no article %s".formatted(original.number(), item.sku()), false, null));
    }

    private static boolean isOf(WooOrder order, String key) {
        return order.meta(KEY).filter(value -> value.asText().equals(key)).isPresent();
    }

    private void cancel(WooOrder draft) {
        try {
            call.put("/orders/{id}", new WooDraft.Change("cancelled"), draft.id());
        } catch (ShopUnavailable e) {
            // It stays an unpaid draft, which nobody ships.
            LOG.warn("WooCommerce order {} could not be cancelled: {}", draft.number(), e.getMessage());
        }
    }

    /** For the shop's people; the replacement itself is ordered with or without it. */
    private void note(WooOrder original, Replacement replacement, WooOrder confirmed) {
        String words = "Redress, %s: replacement sent with order %s, free of charge."
                .formatted(replacement.caseNumber(), confirmed.number());
        try {
            call.post("/orders/{id}/notes", new WooDraft.Note(words), original.id());
        } catch (ShopUnavailable e) {
            LOG.warn("WooCommerce order {} got no note: {}", original.number(), e.getMessage());
        }
    }
}
