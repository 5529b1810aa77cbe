package io.redress.insight.api.web;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.conversation.hold.LetterHolds;
import io.redress.conversation.outbox.HoldReason;
import io.redress.core.database.Attempts;
import io.redress.core.input.RefusedInput;
import io.redress.core.request.ApiRequest;
import io.redress.core.text.EnumWords;
import io.redress.intake.registration.CaseAccess;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.security.Principal;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The API of the hold on a case's letters, for staff. */
@RestController
@RequestMapping("/api/complaints/{caseNumber}/letters-hold")
@Tag(name = "Complaints")
class LettersHoldController {

    private static final int LONGEST = 2_000;

    private final CaseAccess access;
    private final LetterHolds holds;

    LettersHoldController(CaseAccess access, LetterHolds holds) {
        this.access = access;
        this.holds = holds;
    }

    @Schema(name = "LettersHoldRequest")
    record HoldRequest(
            @NotNull Boolean held,

            @NotNull
            @Size(max = LONGEST)
            @Schema(
                    description =
                            "Where held: deceased, minor, represented, identity, lawyer, press, authority, abuse or"
                                    + " fourth_call. Where let go: why, in your own words; it is kept.")
            String reason,

            @Size(max = LONGEST) String note)
            implements ApiRequest {}

    @Schema(name = "LettersHold")
    record HoldView(
            boolean held,
            String reason,
            String note,
            String by,
            OffsetDateTime since,

            @Schema(description = "The kinds of the letters that wait, oldest first.")
            List<String> waiting) {}

    @GetMapping
    @Operation(operationId = "readLettersHold", summary = "Read whether letters of a case are held, and which wait")
    HoldView read(@PathVariable String caseNumber, Principal person) {
        return view(open(caseNumber, person).number());
    }

    @PutMapping
    @Operation(
            operationId = "changeLettersHold",
            summary = "Hold the letters of a case, or let them go",
            description = "While they are held nothing goes out to the customer but what a person writes on"
                    + " purpose; the clocks run. What waited goes out once, in order, unless it is out of date.")
    HoldView change(@PathVariable String caseNumber, @RequestBody HoldRequest request, Principal person) {
        Complaint complaint = open(caseNumber, person);
        String reason = request.reason();
        String note = request.note();
        if (request.held()) {
            HoldReason known = EnumWords.constant(HoldReason.class, reason)
                    .orElseThrow(() -> new RefusedInput(
                            "reason", "Must be one of " + String.join(", ", EnumWords.words(HoldReason.class)) + "."));
            Attempts.of(() -> holds.hold(complaint.number(), known, person.getName(), note));
        } else {
            String why = note == null ? reason : reason + ". " + note;
            Attempts.of(() -> holds.release(complaint.number(), person.getName(), why));
        }
        return view(complaint.number());
    }

    private HoldView view(CaseNumber caseNumber) {
        List<String> waiting = holds.waiting(caseNumber).stream()
                .map(message -> EnumWords.word(message.kind()))
                .toList();
        return holds.find(caseNumber)
                .map(hold -> new HoldView(
                        true,
                        EnumWords.word(hold.reason()),
                        hold.note(),
                        hold.by(),
                        CaseViews.utc(hold.since()),
                        waiting))
                .orElseGet(() -> new HoldView(false, null, null, null, null, waiting));
    }

    private Complaint open(String caseNumber, Principal person) {
        return access.open(caseNumber, person.getName());
    }
}
