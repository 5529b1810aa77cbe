package io.redress.answer.sandbox;

import java.time.Instant;
import java.util.List;

/** A replacement on its way, as {@code GET /sandbox/shipments} shows it. */
public record SandboxShipment(
        String id,
        String reference,
        String orderNumber,
        String trackingCode,
        String caseNumber,
        Instant createdAt,
        List<Item> items) {

    public record Item(String sku, int quantity) {}
}
