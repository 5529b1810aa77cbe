package io.redress.verification.evidence;

import io.redress.outside.order.Order;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Orders for tests. */
public final class Orders {

    public static final String NUMBER = "T-1";

    private Orders() {}

    public static Order with(List<Order.Line> lines, List<Order.Shipment> shipments) {
        return new Order(
                NUMBER,
                Instant.parse("2026-01-01T00:00:00Z"),
                CurrencyUnit.EUR,
                Money.parse("EUR 100.00"),
                Money.parse("EUR 0.00"),
                Order.SalesChannel.SHOP,
                Order.PaymentMethod.CARD,
                false,
                false,
                new Order.Customer("c-1", "Ada", "ada@example.org", null, Locale.ENGLISH, null, null),
                new Order.Address("Ada", "Street 1", null, "Town", null, "12345", "DE", null),
                lines,
                shipments,
                List.of(),
                null,
                List.of());
    }
}
