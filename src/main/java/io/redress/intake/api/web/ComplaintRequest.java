package io.redress.intake.api.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The body of a new complaint, as the API's page describes it; {@link ComplaintReader} reads and checks it. */
@Schema(name = "NewComplaint")
record ComplaintRequest(
        @Schema(
                example = "web",
                allowableValues = {"web", "email", "phone", "counter", "chat", "social", "carrier", "partner"})
        String channel,

        @Schema(
                example = "not_received",
                description = "What went wrong, as the complainant says. Without it a person looks first.",
                allowableValues = {
                    "not_received",
                    "billed_twice",
                    "defective",
                    "wrong_item",
                    "incomplete",
                    "late",
                    "service",
                    "other"
                })
        String claim,

        @Schema(description = "Your own id of the complaint; the same one is registered once.")
        String externalId,

        @Schema(example = "2026-11-24T09:30:00+01:00", description = "When it reached you; now where it is missing.")
        String receivedAt,

        @Schema(allowableValues = {"buyer", "recipient", "representative"})
        String complainantRole,

        @Schema(
                description =
                        "Whether whoever registers it told the customer at once that it has arrived, as on the phone: no"
                                + " acknowledgement is sent or told then.")
        Boolean acknowledged,

        @Schema(description = "E-mail or phone is needed. One that cannot be read is kept beside one that can.")
        CustomerPart customer,

        OrderPart order,
        List<ItemPart> affectedItems,
        String subject,

        @Schema(example = "My parcel never came.", maxLength = ComplaintReader.LONGEST_DESCRIPTION)
        String description,

        String desiredRemedy,

        @Schema(
                description =
                        "Whether anybody was hurt or in danger, where that was asked. True calls a lead at any hour.")
        Boolean hurt) {

    @Schema(name = "NewComplaintCustomer")
    record CustomerPart(
            String name,
            @Schema(example = "ada@example.org") String email,
            String phone,
            @Schema(example = "de") String locale,
            @Schema(example = "Europe/Berlin") String timeZone) {}

    @Schema(name = "NewComplaintOrder", description = "The number is enough; the shop is asked for the rest.")
    record OrderPart(
            @Schema(example = "R-1001") String number,
            String placedOn,
            @Schema(example = "EUR") String currency,

            @Schema(example = "89.90", description = "Everything: lines, delivery fee and further fees.")
            String total,

            @Schema(example = "4.90") String deliveryFee,

            @Schema(example = "19.00", description = "The tax in the delivery fee, in percent.")
            String deliveryTaxRate,

            @Schema(description = "What was charged besides goods and delivery.")
            List<FeePart> fees,

            String paymentReference,
            String trackingCode,
            List<LinePart> items,
            List<ShipmentPart> shipments) {}

    @Schema(name = "NewComplaintLine")
    record LinePart(
            @Schema(example = "1", description = "The line's number; its place where it is missing.")
            Integer line,

            String sku,
            String description,
            Integer quantity,

            @Schema(example = "12.45", description = "Of one piece, after discount, tax included.")
            String unitPrice,

            String serialNumber,

            @Schema(example = "19.00", description = "The tax in the price, in percent.")
            String taxRate) {}

    @Schema(name = "NewComplaintFee")
    record FeePart(
            @Schema(example = "Gift wrapping") String name,
            @Schema(example = "2.50") String amount,
            @Schema(example = "19.00") String taxRate) {}

    @Schema(name = "NewComplaintShipment")
    record ShipmentPart(String trackingCode, List<ItemPart> items) {}

    @Schema(name = "NewComplaintItem")
    record ItemPart(
            @Schema(
                    example = "1",
                    description = "The line of the order. Where it is missing and the article stands at several prices"
                            + " in the order, a person is asked which is meant.")
            Integer line,

            String sku,
            Integer quantity) {}
}
