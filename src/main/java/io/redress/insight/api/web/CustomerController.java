package io.redress.insight.api.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.complaint.file.Complaint;
import io.redress.core.input.RefusedInput;
import io.redress.insight.api.web.CorrectionView.PageView;
import io.redress.intake.correction.CustomerCorrection;
import io.redress.intake.correction.CustomerCorrections;
import io.redress.intake.registration.Attempts;
import io.redress.intake.registration.CaseAccess;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.HashMap;
import java.util.Map;
import org.springframework.security.access.AccessDeniedException;
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
    record CorrectionRequest(
            String name,
            String email,
            String phone,

            @Schema(example = "zh-TW") String locale,

            @Schema(example = "Europe/Berlin") String timeZone,

            @Schema(description = "True where you have checked that the contacts are those of the order's customer.")
            Boolean confirmed,

            @Schema(description = "True ends every link to the customer's page that was given out so far.")
            Boolean endLinks,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Why; it is kept.", maxLength = 2_000)
            String reason) {}

    @PutMapping
    @Operation(
            summary = "Correct who the customer is and where they are reached",
            description = "For staff. What has not reached the customer yet goes to the new place.",
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
    @Operation(summary = "Read what was corrected about the customer, newest first")
    PageView corrected(
            @PathVariable String caseNumber,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size,
            Principal person) {
        if (page < 0) {
            throw new RefusedInput("page", "Pages are counted from 0.");
        }
        if (size < 1 || size > LARGEST_PAGE) {
            throw new RefusedInput("size", "Must be from 1 to " + LARGEST_PAGE + ".");
        }
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
        Complaint complaint = access.open(caseNumber, person.getName());
        if (!access.isStaff(person.getName())) {
            throw new AccessDeniedException("Only staff correct who the customer of a case is.");
        }
        return complaint;
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
