package io.redress.intake.api.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.complaint.file.Complaint;
import io.redress.complaint.timeline.Actor;
import io.redress.conversation.incoming.Incoming;
import io.redress.core.http.LimitedBody;
import io.redress.core.request.RequestReader;
import io.redress.core.text.VisibleText;
import io.redress.intake.api.IdempotentRequests;
import io.redress.intake.api.IdempotentRequests.Answer;
import io.redress.intake.registration.CaseAccess;
import io.redress.intake.withdrawal.Withdrawals;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.security.Principal;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The API for what a customer says about a case afterwards, passed on by a system or by staff. */
@RestController
@RequestMapping("/api/complaints/{caseNumber}")
@Tag(name = "Complaints")
class CaseMessagesController {

    private static final int LONGEST_REASON = 2_000;
    private static final Answer ACCEPTED = new Answer(202, null, null);

    private final RequestReader requests;
    private final CaseAccess access;
    private final IdempotentRequests once;
    private final Incoming incoming;
    private final Withdrawals withdrawals;

    CaseMessagesController(
            RequestReader requests,
            CaseAccess access,
            IdempotentRequests once,
            Incoming incoming,
            Withdrawals withdrawals) {
        this.requests = requests;
        this.access = access;
        this.once = once;
        this.incoming = incoming;
        this.withdrawals = withdrawals;
    }

    @Schema(name = "CustomerMessage")
    record MessageRequest(
            @NotNull @Size(max = ComplaintReader.LONGEST_DESCRIPTION) @Schema(description = "What the customer wrote.")
            String text,

            @Size(max = ComplaintRequest.LONGEST_REFERENCE)
            @Schema(description = "Your own id of the message; the same one is taken once.")
            String externalId) {}

    @Schema(name = "Withdrawal")
    record WithdrawalRequest(
            @Size(max = LONGEST_REASON) @Schema(description = "In the customer's own words; staff have to quote them.")
            String reason) {}

    @PostMapping("/messages")
    @Operation(
            operationId = "passOnMessage",
            summary = "Pass on what the customer wrote",
            description = "Sent by staff it is recorded as passed on, by whom; sent by a system, as the customer's own."
                    + " Where the case has ended, somebody gets the task to read it.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = MessageRequest.class))))
    @ApiResponse(
            responseCode = "202",
            description = "Taken; also where its externalId was taken before",
            content = @Content)
    @ApiResponse(responseCode = "422", description = "This Idempotency-Key came with another body before")
    ResponseEntity<Void> message(
            @PathVariable String caseNumber,
            @IdempotencyKey.Described @RequestHeader(name = "Idempotency-Key", required = false) String key,
            HttpServletRequest request,
            Principal client)
            throws IOException {
        Complaint complaint = access.open(caseNumber, client.getName());
        JsonNode body = requests.parse(LimitedBody.of(request));
        MessageRequest message = requests.read(body, MessageRequest.class, (read, faults) -> {});
        Actor by = access.passingOn(client.getName());
        return once(
                client,
                key,
                caseNumber,
                body,
                () -> incoming.received(complaint.number(), message.text(), message.externalId(), by));
    }

    @PostMapping("/withdrawal")
    @Operation(
            operationId = "withdrawComplaint",
            summary = "Take a complaint back",
            description = "May be repeated. What is on its way to the customer is not called back."
                    + " Sent by staff it is recorded as passed on, by whom.",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = WithdrawalRequest.class))))
    @ApiResponse(responseCode = "202", description = "Taken back; also where it was before", content = @Content)
    @ApiResponse(responseCode = "409", description = "The case is closed, or moved on at the same moment")
    @ApiResponse(responseCode = "422", description = "This Idempotency-Key came with another body before")
    ResponseEntity<Void> withdrawal(
            @PathVariable String caseNumber,
            @IdempotencyKey.Described @RequestHeader(name = "Idempotency-Key", required = false) String key,
            HttpServletRequest request,
            Principal client)
            throws IOException {
        Complaint complaint = access.open(caseNumber, client.getName());
        String sent = LimitedBody.of(request);
        JsonNode body = requests.parse(sent.isBlank() ? "{}" : sent);
        Actor by = access.passingOn(client.getName());
        String reason = requests.read(body, WithdrawalRequest.class, (read, faults) -> {
                    if (by.passesOn() && !VisibleText.hasWords(read.reason()) && !faults.isRefused("reason")) {
                        faults.refuse(
                                "reason", "Quote the customer’s own words: only the customer takes a complaint back.");
                    }
                })
                .reason();
        return once(client, key, caseNumber, body, () -> withdrawals.withdraw(complaint.number(), reason, by));
    }

    private ResponseEntity<Void> once(Principal client, String key, String caseNumber, JsonNode body, Runnable work) {
        String fingerprint = caseNumber + " " + Fingerprint.of(body);
        Answer answer = once.once(client.getName(), IdempotencyKey.checked(key), fingerprint, () -> {
            work.run();
            return ACCEPTED;
        });
        return ResponseEntity.status(answer.status()).build();
    }
}
