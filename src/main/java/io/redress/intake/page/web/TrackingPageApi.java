package io.redress.intake.page.web;

import io.redress.complaint.timeline.Actor;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.complaint.tracking.TrackingLinks;
import io.redress.conversation.followup.Feedback;
import io.redress.conversation.followup.NotAsked;
import io.redress.conversation.incoming.Incoming;
import io.redress.core.database.Attempts;
import io.redress.core.http.LimitedBody;
import io.redress.core.request.RequestReader;
import io.redress.intake.withdrawal.Withdrawals;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The API of the customer's page, for a shop that builds the page into its own; the token is all the login it needs.
 */
@Tag(name = "Customer's page")
@RestController
@RequestMapping(path = "/case/{token}", consumes = MediaType.APPLICATION_JSON_VALUE)
class TrackingPageApi {

    private static final int LONGEST_ID = 200;

    private final TrackingLinks links;
    private final RequestReader requests;
    private final Incoming incoming;
    private final Withdrawals withdrawals;
    private final Feedback feedback;

    TrackingPageApi(
            TrackingLinks links,
            RequestReader requests,
            Incoming incoming,
            Withdrawals withdrawals,
            Feedback feedback) {
        this.links = links;
        this.requests = requests;
        this.incoming = incoming;
        this.withdrawals = withdrawals;
        this.feedback = feedback;
    }

    @Schema(name = "PageMessage")
    record MessageRequest(
            @NotNull(message = "Write what you want to tell us.") @Size(max = TrackingPageInput.LONGEST_MESSAGE)
            String text,

            @Size(max = LONGEST_ID) @Schema(description = "Your own id of the message; the same one is taken once.")
            String externalId) {}

    @Schema(name = "PageWithdrawal")
    record WithdrawalRequest(
            @Size(max = TrackingPageInput.LONGEST_TEXT) String reason) {}

    @Schema(name = "PageFeedback")
    record FeedbackRequest(
            @NotNull(message = "Must be true or false.") @Schema(description = "Whether all is well now.")
            Boolean resolved,

            @Min(0) @Max(Feedback.BEST_SCORE) Integer score,
            @Size(max = TrackingPageInput.LONGEST_TEXT) String comment) {}

    @PostMapping("/messages")
    @Operation(
            operationId = "writeMessage",
            summary = "Write a message as the customer",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = MessageRequest.class))))
    @ApiResponse(responseCode = "202", description = "Taken", content = @Content)
    @ResponseStatus(HttpStatus.ACCEPTED)
    void write(@PathVariable String token, HttpServletRequest request) throws IOException {
        CaseNumber caseNumber = caseNumber(token);
        MessageRequest message = requests.read(LimitedBody.of(request), MessageRequest.class);
        String id = message.externalId() == null ? null : "page/" + message.externalId();
        Attempts.of(() -> incoming.received(caseNumber, message.text(), id, Actor.CUSTOMER));
    }

    @PostMapping(path = "/person", consumes = "!" + MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    @Operation(
            operationId = "askForPerson",
            summary = "Ask as the customer that a person looks at the case",
            description = "Somebody gets a task at once; clocks and what was given stay as they are. Asked again before"
                    + " anybody has answered, it is the same wish.")
    @ApiResponse(responseCode = "202", description = "Taken", content = @Content)
    @ResponseStatus(HttpStatus.ACCEPTED)
    void askForPerson(@PathVariable String token) {
        CaseNumber caseNumber = caseNumber(token);
        Attempts.of(() -> incoming.wishedForPerson(caseNumber, Actor.CUSTOMER));
    }

    @PostMapping("/withdrawal")
    @Operation(
            operationId = "takeBack",
            summary = "Take the complaint back as the customer; may be repeated",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = WithdrawalRequest.class))))
    @ApiResponse(responseCode = "202", description = "Taken back", content = @Content)
    @ApiResponse(responseCode = "409", description = "The case is closed, or moved on at the same moment")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void withdraw(@PathVariable String token, HttpServletRequest request) throws IOException {
        CaseNumber caseNumber = caseNumber(token);
        String reason =
                requests.read(LimitedBody.of(request), WithdrawalRequest.class).reason();
        Attempts.of(() -> withdrawals.withdraw(caseNumber, reason, Actor.CUSTOMER));
    }

    @PostMapping("/feedback")
    @Operation(
            operationId = "answerFollowUp",
            summary = "Answer whether all is well now",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = FeedbackRequest.class))))
    @ApiResponse(responseCode = "202", description = "Taken", content = @Content)
    @ApiResponse(responseCode = "409", description = "It is not asked now, or was answered before")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void answer(@PathVariable String token, HttpServletRequest request) throws IOException {
        CaseNumber caseNumber = caseNumber(token);
        FeedbackRequest told = requests.read(LimitedBody.of(request), FeedbackRequest.class);
        Attempts.of(() -> feedback.answer(caseNumber, told.resolved(), told.score(), told.comment()));
    }

    @ExceptionHandler
    ProblemDetail notAsked(NotAsked notAsked) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, notAsked.getMessage());
    }

    @ExceptionHandler
    ProblemDetail noSuchPage(TrackingPageController.NoSuchPage unknown) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, unknown.getMessage());
    }

    private CaseNumber caseNumber(String token) {
        return links.resolve(token).orElseThrow(TrackingPageController.NoSuchPage::new);
    }
}
