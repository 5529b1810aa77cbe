package io.redress.outside.order.shop;

import io.redress.outside.wire.FreshProviders;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.web.client.RestClient;

/** What a shop writes, and the adapter before a stub of it. */
final class ShopStub {

    static final String ORDER = """
            {"number": "R-1", "placedOn": "2026-05-01T08:00:00Z", "currency": "EUR", "total": "109.70",
             "deliveryFee": "4.90", "salesChannel": "shop", "paymentMethod": "cash_on_delivery", "gift": false,
             "businessCustomer": false, "somethingNew": 1,
             "customer": {"reference": "K-1", "name": "Wei", "email": "wei@example.com", "phone": null,
               "locale": "zh-CN", "timeZone": "Asia/Shanghai"},
             "deliveryAddress": {"name": "Wei", "street1": "1 Road", "street2": null, "city": "Shanghai",
               "state": null, "zip": "200000", "country": "CN", "phone": null},
             "items": [
               {"line": 1, "sku": "HEADPHONES", "description": "Headphones", "quantity": 1, "unitPrice": "79.90",
                "serialNumber": null, "recurring": false},
               {"line": 2, "sku": "CABLE", "description": "Cable", "quantity": 2, "unitPrice": "12.45",
                "serialNumber": null, "recurring": false}],
             "shipments": [{"trackingCode": "SBX1", "carrier": "DHL", "shippedAt": "2026-05-02T08:00:00+02:00",
               "items": [{"sku": "HEADPHONES", "quantity": 1}]}],
             "payments": [{"reference": "pi_1", "provider": "stripe", "amount": "120.00", "currency": "USD",
               "paidAt": "2026-05-01T08:00:00Z"}],
             "customerPaymentReference": null,
             "repairs": [{"sku": "HEADPHONES", "serialNumber": "S1", "repairedAt": "2026-05-05T08:00:00Z",
               "description": "Left side silent", "handledBy": "handler"}]}
            """;

    static final String ACCEPTED = """
            {"id": "f1", "reference": "k1", "status": "accepted", "reason": null, "trackingCode": "SBX9",
             "carrier": "DHL", "createdAt": "2026-05-06T08:00:00Z"}
            """;

    static final String REFUSED = """
            {"id": "f1", "reference": "k1", "status": "refused", "reason": "out_of_stock", "trackingCode": null,
             "carrier": null, "createdAt": "2026-05-06T08:00:00Z"}
            """;

    private ShopStub() {}

    static ShopOrders orders(int port, Duration deadline) {
        return new ShopOrders(calls(port, deadline));
    }

    /** The shop says "paypal" or "shop" for what it holds itself. */
    static ShopPayments payments(int port, Duration deadline) {
        return new ShopPayments(
                calls(port, deadline), List.of("shop", "paypal"), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    }

    private static ShopCalls calls(int port, Duration deadline) {
        var properties = new ShopProperties(URI.create("http://localhost:" + port), "t1", List.of("shop"), deadline);
        return new ShopCalls(properties, RestClient.builder(), FreshProviders.unlimited());
    }
}
