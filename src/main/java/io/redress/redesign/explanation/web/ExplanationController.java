package io.redress.redesign.explanation.web;

import io.redress.complaint.file.Complaint;
import io.redress.intake.registration.CaseAccess;
import io.redress.redesign.explanation.Explanation;
import io.redress.redesign.explanation.Explanations;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The API that says why a case was decided as it was, for staff: limits and earlier cases are told to no customer. */
@RestController
@RequestMapping("/api/complaints/{caseNumber}/explanation")
@Tag(name = "Complaints")
class ExplanationController {

    private final CaseAccess access;
    private final Explanations explanations;

    ExplanationController(CaseAccess access, Explanations explanations) {
        this.access = access;
        this.explanations = explanations;
    }

    @Schema(name = "ExplanationFact")
    record FactView(String name, String value) {}

    @Schema(name = "ExplanationRule")
    record RuleView(
            @Schema(description = "The id of the decision.") String table,

            int version,

            @Schema(description = "The row’s place in that version from 1; null where the version is no longer there.")
            Integer row,

            @Schema(description = "What the table’s author says of the row.")
            String sentence) {}

    @Schema(name = "ExplanationChange")
    record ChangeView(
            String fact,
            String from,
            String to,

            @Schema(
                    description = "upheld, partly_upheld or refused; person where a person would have decided, and not"
                            + " evidence alone.")
            String outcome) {}

    @Schema(name = "Explanation")
    record ExplanationView(
            @Schema(description = "Whether evidence alone decided, without a person’s verdict.")
            boolean automatic,

            @Schema(description = "What the tables were told.")
            List<FactView> facts,

            @Schema(description = "The rows that fired, in the order in which they did.")
            List<RuleView> rules,

            @Schema(
                    description = "Each one fact that would have led to another outcome while all others stay as they"
                            + " are; of a number the nearest. Empty where no single fact would.")
            List<ChangeView> whatWouldChangeIt) {}

    @GetMapping
    @Operation(
            operationId = "explainDecision",
            summary = "Read why a case was decided as it was, and what would have changed it",
            description = "By the versions of the tables that were in force then. Before anything is decided it says"
                    + " how the case was rated.")
    ExplanationView read(@PathVariable String caseNumber, Principal person) {
        Complaint complaint = access.open(caseNumber, person.getName());
        Explanation explanation = explanations.of(complaint.number());
        return new ExplanationView(
                explanation.automatic(),
                explanation.facts().stream()
                        .map(fact -> new FactView(fact.name(), fact.value()))
                        .toList(),
                explanation.rules().stream()
                        .map(rule -> new RuleView(
                                rule.table(),
                                rule.version(),
                                rule.row(),
                                access.readable(rule.sentence(), person.getName())))
                        .toList(),
                explanation.changes().stream()
                        .map(change -> new ChangeView(change.fact(), change.from(), change.to(), change.outcome()))
                        .toList());
    }
}
