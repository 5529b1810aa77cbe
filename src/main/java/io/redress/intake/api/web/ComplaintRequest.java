package io.redress.intake.api.web;

import io.redress.complaint.customer.ComplainantRole;
import io.redress.complaint.file.Channel;
import io.redress.complaint.file.Claim;
import io.redress.core.money.AmountAsSent;
import io.redress.core.money.RateAsSent;
import io.redress.core.request.OneNeeded;
import io.redress.intake.registration.GivenContacts;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;

/** The body of a new complaint. */
@Schema(name = "NewComplaint")
record ComplaintRequest(
        @Schema(description = "How it reached you; web where it is missing.")
        Channel channel,

        @Schema(description = "What went wrong, as the complainant says. Without it a person looks first.")
        Claim claim,

        @Size(max = LONGEST_REFERENCE)
        @Schema(description = "Your own id of the complaint; the same one is registered once.")
        String externalId,

        @Schema(
                example = "2026-11-24T09:30:00+01:00",
                description =
                        "When it reached you, from the year 2000 on and not in the future; now where it is missing.")
        OffsetDateTime receivedAt,

        ComplainantRole complainantRole,

        @Schema(
                description =
                        "Whether whoever registers it told the customer at once that it has arrived, as on the phone: no"
                                + " acknowledgement is sent or told then.")
        Boolean acknowledged,

        @Valid @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
        CustomerPart customer,

        @Valid OrderPart order,

        @Valid
        @Size(max = MOST_LISTED)
        @Schema(description = "What of the order it is about; all of it where it is missing.")
        List<@NotNull ItemPart> affectedItems,

        @Size(max = 500) String subject,

        @NotNull(message = "Say what went wrong.")
        @Size(max = ComplaintReader.LONGEST_DESCRIPTION)
        @Schema(example = "My parcel never came.")
        String description,

        @Size(max = 2_000) String desiredRemedy,

        @Schema(
                description =
                        "Whether anybody was hurt or in danger, where that was asked. True calls a lead at any hour.")
        Boolean hurt) {

    static final String CURRENCY_EXPECTED = "Must be an ISO 4217 currency such as EUR.";
    static final int LONGEST_REFERENCE = 255;
    static final int LONGEST_CODE = 100;
    static final int MOST_LISTED = 1_000;
    static final int HIGHEST_LINE = 1_000_000;
    static final int MOST_PIECES = 100_000;

    @Schema(
            name = "NewComplaintCustomer",
            description = "E-mail or phone is needed. One that cannot be read is kept beside one that can.")
    @OneNeeded({"email", "phone"})
    record CustomerPart(
            @Size(max = 200) String name,

            @Size(max = GivenContacts.LONGEST) @Schema(example = "ada@example.org")
            String email,

            @Size(max = GivenContacts.LONGEST) @Schema(example = "+49 30 1234567")
            String phone,

            @Size(max = 35) @Schema(example = "de", description = "A language tag (BCP 47).")
            String locale,

            @Size(max = 60) @Schema(example = "Europe/Berlin", description = "A time zone by its IANA name.")
            String timeZone) {}

    @Schema(name = "NewComplaintOrder", description = "The number is enough; the shop is asked for the rest.")
    record OrderPart(
            @Size(max = LONGEST_CODE) @Schema(example = "R-1001")
            String number,

            OffsetDateTime placedOn,

            @Pattern(regexp = "^[A-Z]{3}$", message = CURRENCY_EXPECTED) @Schema(example = "EUR")
            String currency,

            @Schema(description = "Everything: lines, delivery fee and further fees.")
            AmountAsSent total,

            AmountAsSent deliveryFee,

            @Schema(description = "The tax in the delivery fee, in percent.")
            RateAsSent deliveryTaxRate,

            @Valid @Size(max = MOST_LISTED) @Schema(description = "What was charged besides goods and delivery.")
            List<@NotNull FeePart> fees,

            @Size(max = LONGEST_REFERENCE) String paymentReference,
            @Size(max = LONGEST_CODE) String trackingCode,
            @Valid @Size(max = MOST_LISTED) List<@NotNull LinePart> items,
            @Valid @Size(max = MOST_LISTED) List<@NotNull ShipmentPart> shipments) {}

    @Schema(name = "NewComplaintLine")
    record LinePart(
            @Min(1)
            @Max(HIGHEST_LINE)
            @Schema(example = "1", description = "The line's number; its place where it is missing.")
            Integer line,

            @NotNull @Size(max = LONGEST_CODE) String sku,
            @Size(max = 1_000) String description,
            @NotNull @Min(1) @Max(MOST_PIECES) Integer quantity,

            @Schema(description = "Of one piece, after discount, tax included.")
            AmountAsSent unitPrice,

            @Size(max = LONGEST_CODE) String serialNumber,

            @Schema(description = "The tax in the price, in percent.")
            RateAsSent taxRate) {}

    @Schema(name = "NewComplaintFee")
    record FeePart(
            @NotNull @Size(max = 200) @Schema(example = "Gift wrapping")
            String name,

            @NotNull AmountAsSent amount,
            RateAsSent taxRate) {}

    @Schema(name = "NewComplaintShipment")
    record ShipmentPart(
            @NotNull @Size(max = LONGEST_CODE) String trackingCode,
            @Valid @Size(max = MOST_LISTED) List<@NotNull ItemPart> items) {}

    @Schema(name = "NewComplaintItem")
    record ItemPart(
            @Min(1)
            @Max(HIGHEST_LINE)
            @Schema(
                    example = "1",
                    description = "The line of the order. Where it is missing and the article stands at several prices"
                            + " in the order, a person is asked which is meant.")
            Integer line,

            @NotNull @Size(max = LONGEST_CODE) String sku,
            @NotNull @Min(1) @Max(MOST_PIECES) Integer quantity) {}
}
