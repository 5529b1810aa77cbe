package io.redress.intake.page.web;

import io.redress.complaint.file.Complaints;
import io.redress.complaint.timeline.Actor;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.complaint.tracking.TrackingLinks;
import io.redress.conversation.followup.Feedback;
import io.redress.conversation.followup.NotAsked;
import io.redress.conversation.incoming.Incoming;
import io.redress.conversation.letter.MailLanguages;
import io.redress.core.database.Attempts;
import io.redress.core.input.RefusedInput;
import io.redress.intake.registration.CaseEnded;
import io.redress.intake.withdrawal.Withdrawals;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * The customer's own page: where they read how far we are, answer us, take the complaint back, and say if all is well.
 */
@Hidden
@RestController
@RequestMapping("/case/{token}")
class TrackingPageController {

    /** What can have been done last, as in {@code messages/case.properties}. */
    private static final Set<String> DONE = Set.of("message", "person", "withdrawal", "feedback");

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final TrackingLinks links;
    private final Complaints complaints;
    private final TrackingPages pages;
    private final TrackingPageInput input;
    private final Incoming incoming;
    private final Withdrawals withdrawals;
    private final Feedback feedback;
    private final MailLanguages languages;
    private final ITemplateEngine templates;

    TrackingPageController(
            TrackingLinks links,
            Complaints complaints,
            TrackingPages pages,
            TrackingPageInput input,
            Incoming incoming,
            Withdrawals withdrawals,
            Feedback feedback,
            MailLanguages languages,
            ITemplateEngine templates) {
        this.links = links;
        this.complaints = complaints;
        this.pages = pages;
        this.input = input;
        this.incoming = incoming;
        this.withdrawals = withdrawals;
        this.feedback = feedback;
        this.languages = languages;
        this.templates = templates;
    }

    /** @param done what was done last, a word of {@code messages/case.properties} */
    @GetMapping
    ResponseEntity<String> show(
            @PathVariable String token, @RequestParam(required = false) String done, Locale browser) {
        CaseNumber caseNumber = caseNumber(token);
        String notice = done != null && DONE.contains(done) ? "done." + done : null;
        return page(HttpStatus.OK, caseNumber, token, notice, Map.of(), Map.of());
    }

    @PostMapping(path = "/messages", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<String> write(
            @PathVariable String token,
            @RequestParam(required = false) String text,
            @RequestParam(required = false) String formId) {
        CaseNumber caseNumber = caseNumber(token);
        try {
            Attempts.of(() -> incoming.received(caseNumber, input.text(text), input.formId(formId), Actor.CUSTOMER));
            return backTo(token, "message");
        } catch (RefusedInput refused) {
            return refused(HttpStatus.BAD_REQUEST, caseNumber, token, refused, typed("text", text));
        }
    }

    @PostMapping(path = "/person", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<String> askForPerson(@PathVariable String token) {
        CaseNumber caseNumber = caseNumber(token);
        Attempts.of(() -> incoming.wishedForPerson(caseNumber, Actor.CUSTOMER));
        return backTo(token, "person");
    }

    @PostMapping(path = "/withdrawal", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<String> withdraw(
            @PathVariable String token,
            @RequestParam(required = false) String confirm,
            @RequestParam(required = false) String reason) {
        CaseNumber caseNumber = caseNumber(token);
        if (!"yes".equals(confirm)) {
            return page(
                    HttpStatus.BAD_REQUEST,
                    caseNumber,
                    token,
                    null,
                    Map.of("confirm", "wrong.confirm"),
                    typed("reason", reason));
        }
        try {
            Attempts.of(() -> withdrawals.withdraw(caseNumber, input.reason(reason), Actor.CUSTOMER));
            return backTo(token, "withdrawal");
        } catch (RefusedInput refused) {
            return refused(HttpStatus.BAD_REQUEST, caseNumber, token, refused, typed("reason", reason));
        } catch (CaseEnded ended) {
            return page(HttpStatus.CONFLICT, caseNumber, token, null, Map.of("general", "wrong.ended"), Map.of());
        }
    }

    @PostMapping(path = "/feedback", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<String> answer(
            @PathVariable String token,
            @RequestParam(required = false) String resolved,
            @RequestParam(required = false) String score,
            @RequestParam(required = false) String comment) {
        CaseNumber caseNumber = caseNumber(token);
        try {
            Attempts.of(() ->
                    feedback.answer(caseNumber, input.yesOrNo(resolved), input.score(score), input.comment(comment)));
            return backTo(token, "feedback");
        } catch (RefusedInput refused) {
            return refused(
                    HttpStatus.BAD_REQUEST,
                    caseNumber,
                    token,
                    refused,
                    typed("resolved", resolved, "score", score, "comment", comment));
        } catch (NotAsked notAsked) {
            return page(HttpStatus.CONFLICT, caseNumber, token, null, Map.of("general", "wrong.answered"), Map.of());
        }
    }

    /** A link that was made up, altered or has expired. */
    @ExceptionHandler
    ResponseEntity<String> noSuchPage(NoSuchPage unknown, Locale browser) {
        Locale locale = languages.orEnglish(browser);
        return answer(HttpStatus.NOT_FOUND, "case/unknown", new Context(locale));
    }

    private CaseNumber caseNumber(String token) {
        return links.resolve(token).orElseThrow(NoSuchPage::new);
    }

    private ResponseEntity<String> refused(
            HttpStatus status, CaseNumber caseNumber, String token, RefusedInput refused, Map<String, String> typed) {
        Map<String, String> wrong = refused.byField().keySet().stream()
                .collect(Collectors.toMap(field -> field, field -> "wrong." + field));
        return page(status, caseNumber, token, null, wrong, typed);
    }

    /**
     * @param wrong what is refused, a word of {@code messages/case.properties} by the field, or {@code general}
     * @param typed what somebody typed and is to find again, by the field
     */
    private ResponseEntity<String> page(
            HttpStatus status,
            CaseNumber caseNumber,
            String token,
            String notice,
            Map<String, String> wrong,
            Map<String, String> typed) {
        TrackingPage page = pages.of(complaints.get(caseNumber), token);
        Context context = new Context(page.locale(), Map.of("page", page, "wrong", wrong, "typed", typed));
        context.setVariable("notice", notice);
        return answer(status, "case/page", context);
    }

    private static Map<String, String> typed(String... fields) {
        Map<String, String> typed = new HashMap<>();
        for (int at = 0; at < fields.length; at += 2) {
            typed.put(fields[at], fields[at + 1]);
        }
        return typed;
    }

    /**
     * A page to be shown: without a header that says so, browsers would be told to save it, because its address has a
     * dot.
     */
    private ResponseEntity<String> answer(HttpStatus status, String template, Context context) {
        context.setVariable("cspNonce", nonce());
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .header("Referrer-Policy", "no-referrer")
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline")
                .contentType(HTML)
                .body(templates.process(template, context));
    }

    /** The nonce that the answer's header names. */
    private static Object nonce() {
        RequestAttributes request = RequestContextHolder.currentRequestAttributes();
        return request.getAttribute("cspNonce", RequestAttributes.SCOPE_REQUEST);
    }

    /** Sends the browser back by a GET, so that reloading the page does nothing again. */
    private static ResponseEntity<String> backTo(String token, String done) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/case/" + token + "?done=" + done))
                .build();
    }

    static class NoSuchPage extends RuntimeException {

        NoSuchPage() {
            super("There is no such page.");
        }
    }
}
