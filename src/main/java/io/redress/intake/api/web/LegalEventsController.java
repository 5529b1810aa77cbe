package io.redress.intake.api.web;

import io.redress.complaint.file.Complaint;
import io.redress.core.http.LimitedBody;
import io.redress.core.request.Faults;
import io.redress.core.request.RequestReader;
import io.redress.intake.registration.CaseAccess;
import io.redress.intake.registration.CaseEnded;
import io.redress.time.law.LegalClock;
import io.redress.time.law.LegalClocks;
import io.redress.time.law.LegalEvent;
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
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
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
    enum ToldEvent {
        WITHDRAWAL_TOLD,
        DATA_REQUESTED,
        DELIVERED
    }

    private static final int LONGEST_NAME = 100;
    private static final Period LONGEST_AGO = Period.ofYears(30);

    private final RequestReader requests;
    private final CaseAccess access;
    private final LegalClocks legal;
    private final Clock clock;

    LegalEventsController(RequestReader requests, CaseAccess access, LegalClocks legal, Clock clock) {
        this.requests = requests;
        this.access = access;
        this.legal = legal;
        this.clock = clock;
    }

    @Schema(name = "LegalEvent")
    record EventRequest(
            @NotNull(message = "Must be one of data_requested, delivered, withdrawal_told.")
            ToldEvent event,

            @Schema(description = "When it happened; now, where it is missing. Not in the future.")
            OffsetDateTime at) {}

    @Schema(name = "LegalDutyDone")
    record DoneRequest(
            @NotNull
            @Size(max = LONGEST_NAME)
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
            operationId = "tellLegalEvent",
            summary = "Tell what happened that a law counts from; the answer names the clocks that run because of it",
            description = "May be repeated: the same is taken once, until what it led to is over.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = EventRequest.class))))
    @ApiResponse(responseCode = "200", description = "The clocks that run because of it")
    @ApiResponse(responseCode = "409", description = "The case has ended, or moved on at the same moment")
    ListView happened(@PathVariable String caseNumber, HttpServletRequest request, Principal client)
            throws IOException {
        Complaint complaint = access.open(caseNumber, client.getName());
        EventRequest told = requests.read(
                requests.parse(LimitedBody.of(request)),
                EventRequest.class,
                (read, faults) -> checkTime(read.at(), faults));
        LegalEvent event = LegalEvent.valueOf(told.event().name());
        if (complaint.hasEnded()) {
            // Its diagram is over, so nothing would call anybody when the time runs out.
            throw new CaseEnded(complaint.number());
        }
        return new ListView(legal.happened(complaint, event, orNow(told.at()), client.getName()).stream()
                .map(this::view)
                .toList());
    }

    @PostMapping("/legal-clocks/met")
    @Operation(
            operationId = "tellLegalDutyDone",
            summary = "Tell that what is owed by law was done, such as a request for data answered",
            description = "May be repeated; the first time counts.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = DoneRequest.class))))
    View met(@PathVariable String caseNumber, HttpServletRequest request, Principal client) throws IOException {
        Complaint complaint = access.open(caseNumber, client.getName());
        DoneRequest done = requests.read(
                requests.parse(LimitedBody.of(request)),
                DoneRequest.class,
                (read, faults) -> checkTime(read.at(), faults));
        return view(legal.met(complaint, done.clock(), orNow(done.at()), client.getName()));
    }

    private Instant orNow(OffsetDateTime at) {
        return at == null ? clock.instant() : at.toInstant();
    }

    private void checkTime(OffsetDateTime given, Faults faults) {
        Instant now = clock.instant();
        if (given != null && given.toInstant().isAfter(now)) {
            faults.refuse("at", "Must not be in the future.");
        }
        if (given != null
                && given.toInstant()
                        .isBefore(
                                now.atOffset(ZoneOffset.UTC).minus(LONGEST_AGO).toInstant())) {
            faults.refuse("at", "Must not be longer ago than thirty years.");
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
