package io.redress.insight.api.web;

import io.redress.complaint.file.Complaint;
import io.redress.core.database.Attempts;
import io.redress.core.request.ApiRequest;
import io.redress.core.request.OneNeeded;
import io.redress.core.text.EnumWords;
import io.redress.intake.registration.CaseAccess;
import io.redress.people.visibility.Shield;
import io.redress.people.visibility.Shields;
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

/** The API for whom a complaint about our staff accuses, for those who lead. */
@RestController
@RequestMapping("/api/complaints/{caseNumber}/shield")
@Tag(name = "Complaints")
class ShieldController {

    private static final int LONGEST = 2_000;

    private final CaseAccess access;
    private final Shields shields;

    ShieldController(CaseAccess access, Shields shields) {
        this.access = access;
        this.shields = shields;
    }

    @Schema(name = "ShieldDecision")
    @OneNeeded({"accused", "lifted"})
    record Decision(
            @Schema(description = "The logins of those whom the complaint is about; empty where the shield is lifted.")
            List<@NotNull String> accused,

            @Schema(description = "True where it is about nobody of ours, and becomes an ordinary case.")
            Boolean lifted,

            @NotNull @Size(max = LONGEST) @Schema(description = "How you know; it is kept.")
            String reason)
            implements ApiRequest {}

    @Schema(name = "Shield")
    record ShieldView(
            @Schema(allowableValues = {"open", "named", "lifted"})
            String standing,

            List<String> accused,
            OffsetDateTime since,
            String why,
            String decidedBy,
            String reason) {

        static ShieldView of(Shield shield) {
            return new ShieldView(
                    EnumWords.word(shield.standing()),
                    shield.accused().stream().sorted().toList(),
                    CaseViews.utc(shield.since()),
                    shield.why(),
                    shield.decidedBy(),
                    shield.reason());
        }
    }

    @GetMapping
    @Operation(
            operationId = "readShield",
            summary = "Read whom a complaint about our staff is about; a lead or a manager whom it does not accuse")
    ShieldView read(@PathVariable String caseNumber, Principal person) {
        Complaint complaint = open(caseNumber, person);
        return shields.find(complaint.number())
                .map(ShieldView::of)
                .orElseGet(() -> new ShieldView("lifted", List.of(), null, null, null, null));
    }

    @PutMapping
    @Operation(
            operationId = "decideShield",
            summary = "Say whom a complaint is about, or that it is about nobody of ours",
            description = "Those whom it accuses do not see it. Whom it is about sees nothing of it from then on.")
    ShieldView decide(@PathVariable String caseNumber, @RequestBody Decision decision, Principal person) {
        Complaint complaint = open(caseNumber, person);
        return ShieldView.of(Attempts.of(() -> shields.decide(
                complaint.number(),
                decision.accused() == null ? List.of() : decision.accused(),
                Boolean.TRUE.equals(decision.lifted()),
                decision.reason(),
                person.getName())));
    }

    private Complaint open(String caseNumber, Principal person) {
        return access.open(caseNumber, person.getName());
    }
}
