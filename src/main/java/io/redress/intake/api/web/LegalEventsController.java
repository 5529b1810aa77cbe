package io.redress.intake.api.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.complaint.file.Complaint;
import io.redress.core.http.JsonFields;
import io.redress.core.http.LimitedBody;
import io.redress.core.input.Problem;
import io.redress.core.input.RefusedInput;
import io.redress.core.text.EnumWords;
import io.redress.intake.registration.CaseAccess;
import io.redress.intake.registration.CaseEnded;
import io.redress.time.law.LegalClock;
import io.redress.time.law.LegalClocks;
import io.redress.time.law.LegalEvent;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The API for legal events: what happened that a law counts from, and that a legal duty was done, as staff and systems
 * know it.
 */
@RestController
@RequestMapping("/api/complaints/{caseNumber}")
@Tag(name = "Complaints")
class LegalEventsController {

    /** What Redress does not find out by itself. */
    private static final Set<LegalEvent> TOLD =
            Set.of(LegalEvent.WITHDRAWAL_TOLD, LegalEvent.DATA_REQUESTED, LegalEvent.DELIVERED);

    private static final Period LONGEST_AGO = Period.ofYears(30);

    private final CaseAccess access;
    private final LegalClocks legal;
    private final Clock clock;

    LegalEventsController(CaseAccess access, LegalClocks legal, Clock clock) {
        this.access = access;
        this.legal = legal;
        this.clock = clock;
    }

    @Schema(name = "LegalEvent")
    record EventRequest(
            @Schema(allowableValues = {"withdrawal_told", "data_requested", "delivered"})
            String event,

            @Schema(description = "When it happened; now, where it is missing. Not in the future.")
            OffsetDateTime at) {}

    @Schema(name = "LegalDutyDone")
    record DoneRequest(
            @Schema(
                    description = "The clock's subject, as it stands in clocks of the case.",
                    example = "Answer to data request")
            String clock,

            @Schema(description = "When it was done; now, where it is missing. Not in the future.")
            OffsetDateTime at) {}

    @Schema(name = "LegalClock")
    record View(
            String clock,
            String source,
            OffsetDateTime startedAt,

            @Schema(description = "The midnight that ends its last day.")
            OffsetDateTime dueAt,

            @Schema(description = "When it was met or no longer owed; missing while it runs.")
            OffsetDateTime endedAt) {}

    @Schema(name = "LegalClocks")
    record ListView(List<View> items) {}

    @PostMapping("/legal-events")
    @Operation(
            summary = "Tell what happened that a law counts from; the answer names the clocks that run because of it",
            description =
                    "May be repeated: the same is taken once, until what it led to is over. 409 where the case has ended.",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = EventRequest.class))))
    ListView happened(@PathVariable String caseNumber, HttpServletRequest request, Principal client)
            throws IOException {
        Complaint complaint = access.open(caseNumber, client.getName());
        List<Problem> problems = new ArrayList<>();
        JsonFields fields = JsonFields.of(JsonFields.parse(LimitedBody.of(request)), Set.of("event", "at"), problems);
        LegalEvent event = EnumWords.constant(LegalEvent.class, fields.text("event", 100))
                .filter(TOLD::contains)
                .orElse(null);
        if (event == null) {
            String words = String.join(
                    ", ", TOLD.stream().map(EnumWords::word).sorted().toList());
            fields.refuse("event", "Must be one of " + words + ".");
        }
        Instant at = at(fields);
        refuse(problems);
        if (complaint.hasEnded()) {
            // Its diagram is over, so nothing would call anybody when the time runs out.
            throw new CaseEnded(complaint.number());
        }
        return new ListView(legal.happened(complaint, event, at, client.getName()).stream()
                .map(this::view)
                .toList());
    }

    @PostMapping("/legal-clocks/met")
    @Operation(
            summary = "Tell that what is owed by law was done, such as a request for data answered",
            description = "May be repeated; the first time counts.",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = DoneRequest.class))))
    View met(@PathVariable String caseNumber, HttpServletRequest request, Principal client) throws IOException {
        Complaint complaint = access.open(caseNumber, client.getName());
        List<Problem> problems = new ArrayList<>();
        JsonNode body = JsonFields.parse(LimitedBody.of(request));
        JsonFields fields = JsonFields.of(body, Set.of("clock", "at"), problems);
        String name = fields.text("clock", 100);
        if (name == null && problems.isEmpty()) {
            fields.refuse("clock", "Is missing.");
        }
        Instant at = at(fields);
        refuse(problems);
        return view(legal.met(complaint, name, at, client.getName()));
    }

    private Instant at(JsonFields fields) {
        Instant now = clock.instant();
        Instant at = fields.instant("at");
        if (at == null && !fields.isRefused("at")) {
            return now;
        }
        if (at != null && at.isAfter(now)) {
            fields.refuse("at", "Must not be in the future.");
        }
        if (at != null
                && at.isBefore(now.atOffset(ZoneOffset.UTC).minus(LONGEST_AGO).toInstant())) {
            fields.refuse("at", "Must not be longer ago than thirty years.");
        }
        return at;
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new RefusedInput(problems);
        }
    }

    private View view(LegalClock one) {
        return new View(
                one.clock().subject(),
                one.source(),
                utc(one.clock().startedAt()),
                utc(one.clock().dueAt(clock.instant())),
                one.clock().endedAt().map(LegalEventsController::utc).orElse(null));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
