package io.redress.intake.page.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.complaint.timeline.Actor;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.complaint.tracking.TrackingLinks;
import io.redress.conversation.followup.Feedback;
import io.redress.conversation.followup.NotAsked;
import io.redress.conversation.incoming.Incoming;
import io.redress.core.http.JsonFields;
import io.redress.core.http.LimitedBody;
import io.redress.core.input.Problem;
import io.redress.core.input.RefusedInput;
import io.redress.intake.registration.Attempts;
import io.redress.intake.withdrawal.Withdrawals;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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

    private final TrackingLinks links;
    private final Incoming incoming;
    private final Withdrawals withdrawals;
    private final Feedback feedback;

    TrackingPageApi(TrackingLinks links, Incoming incoming, Withdrawals withdrawals, Feedback feedback) {
        this.links = links;
        this.incoming = incoming;
        this.withdrawals = withdrawals;
        this.feedback = feedback;
    }

    @PostMapping("/messages")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void write(@PathVariable String token, HttpServletRequest request) throws IOException {
        CaseNumber caseNumber = caseNumber(token);
        List<Problem> problems = new ArrayList<>();
        JsonFields fields = JsonFields.of(body(request), Set.of("text", "externalId"), problems);
        String text = fields.text("text", TrackingPageInput.LONGEST_MESSAGE);
        if (text == null && problems.isEmpty()) {
            fields.refuse("text", "Write what you want to tell us.");
        }
        String externalId = fields.text("externalId", 200);
        refuseIfAny(problems);
        String id = externalId == null ? null : "page/" + externalId;
        Attempts.of(() -> incoming.received(caseNumber, text, id, Actor.CUSTOMER));
    }

    @PostMapping("/withdrawal")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void withdraw(@PathVariable String token, HttpServletRequest request) throws IOException {
        CaseNumber caseNumber = caseNumber(token);
        List<Problem> problems = new ArrayList<>();
        String reason = JsonFields.of(body(request), Set.of("reason"), problems).text("reason", 4_000);
        refuseIfAny(problems);
        Attempts.of(() -> withdrawals.withdraw(caseNumber, reason, Actor.CUSTOMER));
    }

    @PostMapping("/feedback")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void answer(@PathVariable String token, HttpServletRequest request) throws IOException {
        CaseNumber caseNumber = caseNumber(token);
        List<Problem> problems = new ArrayList<>();
        JsonNode body = body(request);
        JsonFields fields = JsonFields.of(body, Set.of("resolved", "score", "comment"), problems);
        if (!body.path("resolved").isBoolean()) {
            fields.refuse("resolved", "Must be true or false.");
        }
        boolean scoreIsWrong = body.hasNonNull("score") && !body.get("score").isInt();
        if (scoreIsWrong) {
            fields.refuse("score", "Must be a whole number from 0 to 10.");
        }
        String comment = fields.text("comment", 4_000);
        refuseIfAny(problems);
        Integer score = body.hasNonNull("score") ? body.get("score").intValue() : null;
        Attempts.of(() -> feedback.answer(caseNumber, body.get("resolved").booleanValue(), score, comment));
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

    private JsonNode body(HttpServletRequest request) throws IOException {
        return JsonFields.parse(LimitedBody.of(request));
    }

    private static void refuseIfAny(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new RefusedInput(problems);
        }
    }
}
