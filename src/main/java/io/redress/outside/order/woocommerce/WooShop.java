package io.redress.outside.order.woocommerce;

import io.redress.outside.order.Fulfilment;
import io.redress.outside.order.Order;
import io.redress.outside.order.OrderReference;
import io.redress.outside.order.OrderSource;
import io.redress.outside.order.ShopUnavailable;
import io.redress.outside.order.shop.ShopCalls;
import io.redress.outside.order.shop.ShopJson;
import io.redress.outside.wire.Permit;
import io.redress.outside.wire.Providers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

/** A WooCommerce shop: its orders, and replacements as orders of price zero that are children of the original. */
class WooShop implements OrderSource, Fulfilment {

    private static final int PAGE = 100;

    private final ShopCalls calls;
    private final WooParcels parcels;

    private WooShop(ShopCalls calls, WooParcels parcels) {
        this.calls = calls;
        this.parcels = parcels;
    }

    static WooShop at(WooProperties properties, RestClient.Builder builder, Providers providers) {
        return new WooShop(calls(properties, builder, providers), new WooParcels(properties.trackingMeta()));
    }

    static ShopCalls calls(WooProperties properties, RestClient.Builder builder, Providers providers) {
        RestClient shop = builder.clone()
                .baseUrl(properties.url().toString().replaceFirst("/+$", "") + "/wp-json/wc/v3")
                .defaultHeaders(headers -> headers.setBasicAuth(properties.consumerKey(), properties.consumerSecret()))
                .defaultHeader(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE)
                .build();
        return new ShopCalls(
                shop,
                properties.deadline(),
                "redress.woocommerce.consumer-key and consumer-secret",
                providers.calls("woocommerce", ShopCalls::notPermitted));
    }

    @Override
    public Optional<Order> find(OrderReference reference) {
        ShopCalls.Call call = calls.start();
        return original(call, reference).map(order -> WooOrderMapping.order(order, refunds(call, order), parcels));
    }

    @Override
    public Permit permit() {
        return calls.permit();
    }

    @Override
    public Answer order(Replacement replacement) {
        ShopCalls.Call call = calls.start();
        return new WooReplacements(call, parcels).order(replacement, theOriginal(call, replacement.orderNumber()));
    }

    /** WooCommerce cannot be searched for our key; the newest hundred orders are looked through. */
    @Override
    public Optional<Answer> find(String reference) {
        ShopCalls.Call call = calls.start();
        return new WooReplacements(call, parcels).find(reference, list(call, "?orderby=id&order=desc&per_page=100"));
    }

    @Override
    public Optional<Answer> find(Replacement replacement) {
        ShopCalls.Call call = calls.start();
        WooOrder original = theOriginal(call, replacement.orderNumber());
        WooReplacements replacements = new WooReplacements(call, parcels);
        return replacements.find(replacement.reference(), replacements.below(original));
    }

    @Override
    public boolean cancel(Replacement replacement) {
        ShopCalls.Call call = calls.start();
        WooOrder original = theOriginal(call, replacement.orderNumber());
        return new WooReplacements(call, parcels).cancel(replacement.reference(), original);
    }

    private static WooOrder theOriginal(ShopCalls.Call call, String number) {
        return byNumber(call, number)
                .orElseThrow(() -> new ShopUnavailable("The shop knows no order " + number, false, null));
    }

    private Optional<WooOrder> original(ShopCalls.Call call, OrderReference reference) {
        if (isGiven(reference.number())) {
            return byNumber(call, reference.number().strip());
        }
        return bySearch(call, reference.paymentReference(), order -> WooOrderMapping.paymentReferences(order)
                        .anyMatch(reference.paymentReference().strip()::equals))
                .or(() -> bySearch(call, reference.trackingCode(), order -> parcels.of(order).stream()
                        .anyMatch(parcel -> parcel.trackingCode()
                                .equals(reference.trackingCode().strip()))));
    }

    /**
     * A number is an order's id unless a plugin numbers orders otherwise; then it is looked for.
     *
     * @param number may be {@code null}, which no order has
     */
    static Optional<WooOrder> byNumber(ShopCalls.Call call, String number) {
        if (!isGiven(number)) {
            return Optional.empty();
        }
        Predicate<WooOrder> same = order -> order.number().equals(number);
        Optional<WooOrder> byId = number.matches("[1-9]\\d{0,17}")
                ? call.get("/orders/{id}", number)
                        .map(body -> ShopJson.read(body, WooOrder.class))
                        .filter(same)
                : Optional.empty();
        return byId.or(() -> bySearch(call, number, same));
    }

    private static Optional<WooOrder> bySearch(ShopCalls.Call call, String text, Predicate<WooOrder> same) {
        if (!isGiven(text)) {
            return Optional.empty();
        }
        List<WooOrder> found = list(call, "?search={text}&per_page=100", text.strip())
                .filter(same)
                .toList();
        if (found.size() > 1) {
            throw new ShopUnavailable("The shop knows several orders by " + text.strip(), false, null);
        }
        return found.stream().findFirst();
    }

    private static Stream<WooOrder> list(ShopCalls.Call call, String query, Object... variables) {
        return call.get("/orders" + query, variables)
                .map(body -> ShopJson.readAll(body, WooOrder[].class).stream())
                .orElse(Stream.empty());
    }

    /** Their lines are not told with the order. */
    static List<WooOrder.Refund> refunds(ShopCalls.Call call, WooOrder order) {
        return order.isRefunded() ? allRefunds(call, order.id()) : List.of();
    }

    /** The refunds of an order as they are now, to the last page. */
    static List<WooOrder.Refund> allRefunds(ShopCalls.Call call, long order) {
        List<WooOrder.Refund> all = new ArrayList<>();
        for (int page = 1; all.size() == (page - 1) * PAGE; page++) {
            call.get("/orders/{id}/refunds?per_page={size}&page={page}", order, PAGE, page)
                    .map(body -> ShopJson.readAll(body, WooOrder.Refund[].class))
                    .ifPresent(all::addAll);
        }
        return all;
    }

    private static boolean isGiven(String text) {
        return text != null && !text.isBlank();
    }
}
