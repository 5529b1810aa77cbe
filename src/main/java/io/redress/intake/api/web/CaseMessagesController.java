package io.redress.intake.api.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.complaint.file.Complaint;
import io.redress.complaint.timeline.Actor;
import io.redress.conversation.incoming.Incoming;
import io.redress.core.http.JsonFields;
import io.redress.core.http.LimitedBody;
import io.redress.core.input.Problem;
import io.redress.core.input.RefusedInput;
import io.redress.core.text.VisibleText;
import io.redress.intake.api.IdempotentRequests;
import io.redress.intake.api.IdempotentRequests.Answer;
import io.redress.intake.registration.CaseAccess;
import io.redress.intake.withdrawal.Withdrawals;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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

    private static final Answer ACCEPTED = new Answer(202, null, null);

    private final CaseAccess access;
    private final IdempotentRequests requests;
    private final Incoming incoming;
    private final Withdrawals withdrawals;

    CaseMessagesController(CaseAccess access, IdempotentRequests requests, Incoming incoming, Withdrawals withdrawals) {
        this.access = access;
        this.requests = requests;
        this.incoming = incoming;
        this.withdrawals = withdrawals;
    }

    @Schema(name = "CustomerMessage")
    record MessageRequest(
            @Schema(description = "What the customer wrote.", maxLength = ComplaintReader.LONGEST_DESCRIPTION)
            String text,

            @Schema(description = "Your own id of the message; the same one is taken once.")
            String externalId) {}

    @Schema(name = "Withdrawal")
    record WithdrawalRequest(
            @Schema(description = "In the customer's own words; staff have to quote them.")
            String reason) {}

    @PostMapping("/messages")
    @Operation(
            summary = "Pass on what the customer wrote",
            description = "Sent by staff it is recorded as passed on, by whom; sent by a system, as the customer's own."
                    + " Where the case has ended, somebody gets the task to read it.",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = MessageRequest.class))))
    ResponseEntity<Void> message(
            @PathVariable String caseNumber,
            @RequestHeader(name = "Idempotency-Key", required = false) String key,
            HttpServletRequest request,
            Principal client)
            throws IOException {
        Complaint complaint = access.open(caseNumber, client.getName());
        JsonNode body = JsonFields.parse(LimitedBody.of(request));
        List<Problem> problems = new ArrayList<>();
        JsonFields fields = JsonFields.of(body, Set.of("text", "externalId"), problems);
        String text = fields.text("text", ComplaintReader.LONGEST_DESCRIPTION);
        String externalId = fields.text("externalId", 255);
        if (text == null && problems.isEmpty()) {
            fields.refuse("text", "Is missing.");
        }
        refuse(problems);
        Actor by = access.passingOn(client.getName());
        return once(client, key, caseNumber, body, () -> incoming.received(complaint.number(), text, externalId, by));
    }

    @PostMapping("/withdrawal")
    @Operation(
            summary = "Take a complaint back",
            description = "May be repeated. What is on its way to the customer is not called back."
                    + " Sent by staff it is recorded as passed on, by whom.",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = WithdrawalRequest.class))))
    ResponseEntity<Void> withdrawal(
            @PathVariable String caseNumber,
            @RequestHeader(name = "Idempotency-Key", required = false) String key,
            HttpServletRequest request,
            Principal client)
            throws IOException {
        Complaint complaint = access.open(caseNumber, client.getName());
        String sent = LimitedBody.of(request);
        JsonNode body = JsonFields.parse(sent.isBlank() ? "{}" : sent);
        List<Problem> problems = new ArrayList<>();
        String reason = JsonFields.of(body, Set.of("reason"), problems).text("reason", 2_000);
        Actor by = access.passingOn(client.getName());
        if (by.passesOn() && !VisibleText.hasWords(reason) && problems.isEmpty()) {
            problems.add(
                    new Problem("reason", "Quote the customer’s own words: only the customer takes a complaint back."));
        }
        refuse(problems);
        return once(client, key, caseNumber, body, () -> withdrawals.withdraw(complaint.number(), reason, by));
    }

    private ResponseEntity<Void> once(Principal client, String key, String caseNumber, JsonNode body, Runnable work) {
        String fingerprint = caseNumber + " " + Fingerprint.of(body);
        Answer answer = requests.once(client.getName(), IdempotencyKey.checked(key), fingerprint, () -> {
            work.run();
            return ACCEPTED;
        });
        return ResponseEntity.status(answer.status()).build();
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new RefusedInput(problems);
        }
    }
}
