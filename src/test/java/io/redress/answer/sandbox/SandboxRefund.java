package io.redress.answer.sandbox;

import java.time.Instant;

/** A refund as {@code GET /sandbox/refunds} shows it, whoever made it. */
public record SandboxRefund(
        String id,
        String provider,
        String paymentReference,
        String charge,
        String amount,
        String currency,
        String status,
        String idempotencyKey,
        String caseNumber,
        Instant createdAt) {}
