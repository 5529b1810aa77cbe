package io.redress.verification.safety.web;

import io.redress.core.request.ApiRequest;
import io.redress.people.visibility.Visibility;
import io.redress.verification.safety.SafetyChange;
import io.redress.verification.safety.SafetyRegister;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Size;
import java.security.Principal;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The safety register, for leads and managers. */
@RestController
@RequestMapping("/api/safety-register")
@Tag(name = "Safety")
class SafetyRegisterController {

    private final SafetyRegister register;
    private final SafetyViews views;
    private final Visibility visibility;

    SafetyRegisterController(SafetyRegister register, SafetyViews views, Visibility visibility) {
        this.register = register;
        this.views = views;
        this.visibility = visibility;
    }

    @Schema(name = "SafetyRecordChange")
    record ChangeRequest(
            @Size(max = SafetyChange.LONGEST) @Schema(example = "K-200 Kettle")
            String article,

            @Size(max = SafetyChange.LONGEST) @Schema(example = "L 2209")
            String batch,

            @Size(max = SafetyChange.LONGEST) @Schema(example = "The lid comes off while it boils")
            String hazard,

            @Size(max = SafetyChange.LONGEST) @Schema(example = "Scalded hand, seen in hospital")
            String injury,

            @Size(max = SafetyChange.LONGEST)
            @Schema(description = "The authority that was told; together with authorityToldAt.")
            String authority,

            @Schema(description = "When; ends the duty's clock.", example = "2026-11-24T09:30:00+01:00")
            OffsetDateTime authorityToldAt)
            implements ApiRequest {

        SafetyChange read() {
            return new SafetyChange(
                    article,
                    batch,
                    hazard,
                    injury,
                    authority,
                    authorityToldAt == null ? null : authorityToldAt.toInstant());
        }
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "readSafetyRegister",
            summary = "Read the safety register, oldest first",
            description = "As a file by Accept: text/csv. from and to are days, both included; without them all of it.",
            parameters = {
                @Parameter(name = "from", in = ParameterIn.QUERY, schema = @Schema(type = "string", format = "date")),
                @Parameter(name = "to", in = ParameterIn.QUERY, schema = @Schema(type = "string", format = "date"))
            })
    @ApiResponse(
            responseCode = "200",
            description = "OK",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = SafetyView.class)),
                @Content(mediaType = "text/csv", schema = @Schema(type = "string"))
            })
    SafetyView list(@Parameter(hidden = true) @RequestParam Map<String, String> asked, Principal reader) {
        return views.of(asked, reader.getName());
    }

    @GetMapping(produces = "text/csv")
    @Hidden
    ResponseEntity<String> file(@RequestParam Map<String, String> asked, Principal reader) {
        return SafetyFile.of(views.of(asked, reader.getName()));
    }

    @PutMapping("/{id}")
    @Operation(
            operationId = "changeSafetyRecord",
            summary = "Write into a row; what is missing stays as it is, and what was there before stays readable",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = ChangeRequest.class))))
    @ApiResponse(responseCode = "200", description = "OK")
    @ApiResponse(responseCode = "404", description = "There is no such row")
    SafetyView.RowView change(
            @PathVariable @Schema(format = "uuid") String id,
            @org.springframework.web.bind.annotation.RequestBody ChangeRequest change,
            Principal writer) {
        UUID row = row(id);
        if (register.caseOf(row)
                .filter(about -> visibility.maySee(writer.getName(), about))
                .isEmpty()) {
            throw unknown();
        }
        return register.change(row, change.read(), writer.getName())
                .map(views::row)
                .orElseThrow(SafetyRegisterController::unknown);
    }

    private static UUID row(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException none) {
            throw unknown();
        }
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such row.");
    }
}
