package io.redress.answer.sandbox;

import java.time.Instant;
import java.util.List;

/** An order as {@code GET /sandbox/orders} shows it; amounts are decimal strings. */
public record SandboxOrder(
        String number,
        Instant placedOn,
        String currency,
        String total,
        String paymentReference,
        String trackingCode,
        Buyer customer,
        List<Line> items,
        List<Parcel> shipments,
        List<Payment> payments) {

    /** @param paymentReference the buyer at the payment provider */
    public record Buyer(String name, String email, String phone, String locale, String paymentReference) {}

    public record Line(String sku, String description, int quantity, String unitPrice) {}

    public record Parcel(String trackingCode, List<Packed> items) {}

    public record Packed(String sku, int quantity) {}

    /** @param listed whether the shop tells of it */
    public record Payment(
            String reference,
            String provider,
            String charge,
            String amount,
            String currency,
            Instant paidAt,
            boolean listed) {}
}
