package io.redress.insight.api.web;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Danger;
import io.redress.core.database.Attempts;
import io.redress.core.request.ApiRequest;
import io.redress.intake.registration.CaseAccess;
import io.redress.verification.safety.Dangers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * The API by which staff say what they know of danger to people in a case, beside its tasks; also where no task of it
 * is open.
 */
@RestController
@RequestMapping("/api/complaints/{caseNumber}/danger")
@Tag(name = "Safety")
class DangerController {

    private static final int LONGEST_REASON = 1_000;

    private final CaseAccess access;
    private final Dangers dangers;
    private final CaseViews views;

    DangerController(CaseAccess access, Dangers dangers, CaseViews views) {
        this.access = access;
        this.dangers = dangers;
        this.views = views;
    }

    @Schema(name = "DangerSaid")
    record SaidRequest(
            @NotNull(message = "Must be true or false.") @Schema(description = "Whether anybody was hurt or in danger.")
            Boolean hurt,

            @Size(max = LONGEST_REASON)
            @Schema(description = "Why nobody was after all; needed where it was certain, which only a lead may deny.")
            String reason)
            implements ApiRequest {}

    @PutMapping
    @Operation(
            operationId = "sayDanger",
            summary = "Say whether anybody was hurt or in danger",
            description = "True calls a lead at any hour, also in a case that has ended.")
    CaseView say(@PathVariable String caseNumber, @RequestBody SaidRequest said, Principal person) {
        Complaint complaint = ofStaff(caseNumber, person);
        return view(Attempts.of(() -> dangers.said(complaint.number(), said.hurt(), said.reason(), person.getName())));
    }

    @PostMapping("/claim")
    @Operation(
            operationId = "claimDanger",
            summary = "Take the case on, which ends the alarm; may be repeated",
            description = "For those whom the alarm calls: leads, managers, and who stands in for them.")
    @ApiResponse(responseCode = "200", description = "OK")
    @ApiResponse(responseCode = "409", description = "Somebody else has taken it on; the detail names them")
    CaseView claim(@PathVariable String caseNumber, Principal person) {
        Complaint complaint = ofStaff(caseNumber, person);
        Attempts.of(() -> dangers.claim(complaint.number(), person.getName()));
        dangers.of(complaint.number())
                .filter(known -> known.danger() != Danger.NONE)
                .ifPresent(known -> requireTakenBy(known.claimedBy(), person.getName()));
        return view(access.open(caseNumber, person.getName()));
    }

    private static void requireTakenBy(String claimedBy, String person) {
        if (claimedBy == null) {
            throw new AccessDeniedException("Who is called takes it on: a lead, a manager, or who stands in for them.");
        }
        if (!claimedBy.equals(person)) {
            throw new ResponseStatusException(HttpStatus.CONFLICT, claimedBy + " has taken it on already.");
        }
    }

    private CaseView view(Complaint complaint) {
        return views.of(complaint, true, true);
    }

    private Complaint ofStaff(String caseNumber, Principal person) {
        return access.open(caseNumber, person.getName());
    }
}
