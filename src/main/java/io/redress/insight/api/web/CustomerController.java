package io.redress.insight.api.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.complaint.file.Complaint;
import io.redress.core.database.Attempts;
import io.redress.core.input.RefusedInput;
import io.redress.core.request.OneNeeded;
import io.redress.insight.api.web.CorrectionView.PageView;
import io.redress.intake.correction.CustomerCorrection;
import io.redress.intake.correction.CustomerCorrections;
import io.redress.intake.registration.CaseAccess;
import io.redress.intake.registration.GivenContacts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.security.Principal;
import java.util.HashMap;
import java.util.Map;
import org.hibernate.validator.constraints.Range;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The customer of a case, for staff to correct. */
@RestController
@RequestMapping("/api/complaints/{caseNumber}/customer")
@Tag(name = "Complaints")
class CustomerController {

    private static final int LARGEST_PAGE = 200;

    private final CaseAccess access;
    private final CustomerCorrections corrections;
    private final CaseViews views;

    CustomerController(CaseAccess access, CustomerCorrections corrections, CaseViews views) {
        this.access = access;
        this.corrections = corrections;
        this.views = views;
    }

    @Schema(
            name = "CustomerCorrection",
            description = "A field that is missing stays as it is; null or \"\" removes it.")
    @OneNeeded({"name", "email", "phone", "locale", "timeZone", "confirmed", "endLinks"})
    record CorrectionRequest(
            @Size(max = 200) String name,
            @Size(max = GivenContacts.LONGEST) String email,
            @Size(max = GivenContacts.LONGEST) String phone,

            @Size(max = 35) @Schema(example = "zh-TW", description = "A language tag (BCP 47).")
            String locale,

            @Size(max = 60) @Schema(example = "Europe/Berlin", description = "A time zone by its IANA name.")
            String timeZone,

            @Schema(description = "True where you have checked that the contacts are those of the order's customer.")
            Boolean confirmed,

            @Schema(description = "True ends every link to the customer's page that was given out so far.")
            Boolean endLinks,

            @NotNull @Size(max = CustomerCorrection.LONGEST_REASON) @Schema(description = "Why; it is kept.")
            String reason) {}

    @PutMapping
    @Operation(
            operationId = "correctCustomer",
            summary = "Correct who the customer is and where they are reached",
            description = "What has not reached the customer yet goes to the new place.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = CorrectionRequest.class))))
    CaseView correct(@PathVariable String caseNumber, @RequestBody JsonNode body, Principal person) {
        Complaint complaint = open(caseNumber, person);
        CustomerCorrection correction = CustomerCorrection.read(fields(body));
        return views.of(
                Attempts.of(() -> corrections.correct(complaint.number(), correction, person.getName(), null)),
                true,
                true);
    }

    @GetMapping("/corrections")
    @Operation(operationId = "readCorrections", summary = "Read what was corrected about the customer, newest first")
    PageView corrected(
            @PathVariable String caseNumber,
            @RequestParam(defaultValue = "0") @Min(value = 0, message = "Pages are counted from 0.") int page,
            @RequestParam(defaultValue = "20")
                    @Range(min = 1, max = LARGEST_PAGE, message = "Must be from {min} to {max}.")
                    int size,
            Principal person) {
        Complaint complaint = open(caseNumber, person);
        return new PageView(
                corrections.of(complaint.number(), (long) page * size, size).stream()
                        .map(CorrectionView::of)
                        .toList(),
                page,
                size,
                corrections.count(complaint.number()));
    }

    private Complaint open(String caseNumber, Principal person) {
        return access.open(caseNumber, person.getName());
    }

    private static Map<String, Object> fields(JsonNode body) {
        if (!body.isObject()) {
            throw new RefusedInput("body", "Must be a JSON object.");
        }
        Map<String, Object> fields = new HashMap<>();
        body.properties().forEach(field -> fields.put(field.getKey(), value(field.getValue())));
        return fields;
    }

    /** Anything but a text, a truth value or nothing stays JSON, and is refused as the wrong kind of value. */
    private static Object value(JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        return value.isTextual() ? value.textValue() : value.isBoolean() ? (Object) value.booleanValue() : value;
    }
}
