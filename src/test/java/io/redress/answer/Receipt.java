package io.redress.answer;

import java.time.Instant;
import java.util.List;

/** A case's remedies with the chained entries of the ledger that prove them. */
public record Receipt(String caseNumber, Instant issuedAt, List<ReceiptRemedy> remedies, ReceiptChain chain) {

    public record ReceiptRemedy(
            String id,
            String kind,
            String status,
            String amount,
            String currency,
            String goodsValue,
            String providerReference,
            String paymentProvider,
            String paymentReference,
            String trackingCode,
            List<Complaint.RemedyItem> items,
            String requestedBy,
            String approvedBy,
            Instant createdAt,
            Instant sentAt,
            Instant settledAt,
            Instant failedAt,
            String failure) {}

    public record ReceiptChain(
            String algorithm, String canonicalForm, String head, boolean intact, List<ReceiptEntry> entries) {}

    public record ReceiptEntry(
            int position,
            Instant at,
            String actor,
            String remedyId,
            String from,
            String to,
            String reason,
            String content,
            String previousHash,
            String hash) {}
}
