package io.redress.intake.api.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.redress.complaint.file.Complaint;
import io.redress.core.http.LimitedBody;
import io.redress.intake.api.IdempotentRequests;
import io.redress.intake.api.IdempotentRequests.Answer;
import io.redress.intake.registration.Intake;
import io.redress.intake.registration.RegisterComplaint;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.security.Principal;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The API by which systems and staff register a complaint. */
@RestController
@RequestMapping("/api/complaints")
@Tag(name = "Complaints")
class ComplaintController {

    private final ComplaintReader reader;
    private final Intake intake;
    private final IdempotentRequests requests;
    private final Registrations registrations;

    ComplaintController(
            ComplaintReader reader, Intake intake, IdempotentRequests requests, Registrations registrations) {
        this.reader = reader;
        this.intake = intake;
        this.requests = requests;
        this.registrations = registrations;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "registerComplaint",
            summary = "Register a complaint",
            description = "Safe to repeat with the same Idempotency-Key, or with the same channel and externalId.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = ComplaintRequest.class))))
    @ApiResponse(
            responseCode = "201",
            description = "Registered",
            headers =
                    @Header(
                            name = "Location",
                            description = "The case",
                            schema = @Schema(type = "string", format = "uri-reference")),
            content = @Content(schema = @Schema(implementation = Registrations.Registered.class)))
    @ApiResponse(
            responseCode = "200",
            description = "Known already: the same channel and externalId, or the same complaint again",
            headers =
                    @Header(
                            name = "Location",
                            description = "The case",
                            schema = @Schema(type = "string", format = "uri-reference")),
            content = @Content(schema = @Schema(implementation = Registrations.Registered.class)))
    @ApiResponse(
            responseCode = "409",
            description = "The first request with this Idempotency-Key is still being worked on")
    @ApiResponse(responseCode = "422", description = "This Idempotency-Key came with another body before")
    ResponseEntity<String> register(
            HttpServletRequest request,
            @IdempotencyKey.Described @RequestHeader(name = "Idempotency-Key", required = false) String key,
            Principal client)
            throws IOException {
        JsonNode body = reader.parse(LimitedBody.of(request));
        RegisterComplaint command = reader.read(body);
        Answer answer = requests.once(
                client.getName(), IdempotencyKey.checked(key), Fingerprint.of(body), () -> register(command, client));
        return ResponseEntity.status(answer.status())
                .location(URI.create(answer.location()))
                .contentType(MediaType.APPLICATION_JSON)
                .body(answer.body());
    }

    private Answer register(RegisterComplaint command, Principal client) {
        return intake.known(command, client.getName())
                .map(known -> {
                    intake.arrivedAgain(known.number(), command, client.getName());
                    return answer(200, known, registrations.bodyOf(known));
                })
                .orElseGet(() -> {
                    Complaint complaint = intake.register(command, client.getName());
                    return answer(201, complaint, written(complaint));
                });
    }

    private String written(Complaint complaint) {
        try {
            return registrations.keep(complaint);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Answer answer(int status, Complaint complaint, String body) {
        return new Answer(status, "/api/complaints/" + complaint.number(), body);
    }
}
