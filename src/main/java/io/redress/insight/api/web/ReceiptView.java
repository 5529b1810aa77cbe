package io.redress.insight.api.web;

import io.redress.insight.api.web.CaseView.ItemView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * The receipt of a case: what was made good, with the proof. Amounts are decimal strings in major units, times are UTC.
 */
@Schema(name = "Receipt")
record ReceiptView(
        String caseNumber,
        OffsetDateTime issuedAt,
        List<RemedyReceipt> remedies,

        @Schema(description = "Missing where the reader may not know of the order.")
        ChainView chain) {

    @Schema(name = "ReceiptRemedy")
    record RemedyReceipt(
            @Schema(description = "Also the key by which payment provider and warehouse know it.")
            String id,

            String kind,
            String status,
            String amount,
            String currency,

            @Schema(description = "The price of goods that were sent again.")
            String goodsValue,

            String providerReference,

            @Schema(
                    description =
                            "Who holds the payment that is given back, in the shop's word, such as stripe or shop.")
            String paymentProvider,

            String paymentReference,
            String trackingCode,
            List<ItemView> items,
            String requestedBy,
            String approvedBy,
            OffsetDateTime createdAt,
            OffsetDateTime sentAt,

            @Schema(description = "Since when the customer has it; also where it came back later.")
            OffsetDateTime settledAt,

            OffsetDateTime failedAt,
            String failure) {}

    @Schema(name = "ReceiptChain")
    record ChainView(
            String algorithm,
            String canonicalForm,

            @Schema(
                    description =
                            "The newest hash. A later receipt of the case has it among its entries, or was forged.")
            String head,

            @Schema(description = "Computed anew for this receipt, and compared with the ledger's rows.")
            boolean intact,

            List<EntryView> entries) {}

    @Schema(name = "ReceiptEntry")
    record EntryView(
            int position,
            OffsetDateTime at,
            String actor,
            String remedyId,

            @Schema(description = "Missing for a new remedy; the same as to where something was only noted.")
            String from,

            String to,
            String reason,
            String content,
            String previousHash,
            String hash) {}
}
