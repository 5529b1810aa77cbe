package io.redress.remedy.report.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.core.input.Problem;
import io.redress.core.input.RefusedInput;
import io.redress.core.staff.People;
import io.redress.core.text.VisibleText;
import io.redress.remedy.ledger.StopSwitch;
import io.redress.remedy.ledger.StopSwitch.Setting;
import io.redress.remedy.report.PaymentReport;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The stop switch, for managers. */
@RestController
@RequestMapping("/api/stop-switch")
@Tag(name = "Stop switch")
class StopSwitchController {

    private final StopSwitch stopSwitch;
    private final StopSwitchViews views;
    private final PaymentReport report;
    private final People people;

    StopSwitchController(StopSwitch stopSwitch, StopSwitchViews views, PaymentReport report, People people) {
        this.stopSwitch = stopSwitch;
        this.views = views;
        this.report = report;
        this.people = people;
    }

    @Schema(name = "StopSwitchTurn")
    record Turn(
            @Schema(type = "boolean") JsonNode held,

            @Schema(type = "string", description = "Why; it is kept.")
            JsonNode reason) {}

    @GetMapping
    @Operation(summary = "Read the switch, today's totals, what waits and who turned it when")
    StopSwitchView now(Principal manager) {
        requireManager(manager);
        return views.now();
    }

    /** Every change, newest first: who turned it, when and why. */
    @GetMapping("/history")
    @Operation(summary = "Read every change of the switch, newest first")
    List<Setting> history(Principal manager) {
        requireManager(manager);
        return stopSwitch.history();
    }

    @GetMapping("/report")
    @Operation(summary = "Read what was decided to be paid and sent, whether it went out or not")
    ReportView report(
            @RequestParam(required = false) LocalDate from,
            @RequestParam(required = false) LocalDate to,
            Principal manager) {
        requireManager(manager);
        return views.report(report.days(from, to));
    }

    @GetMapping(path = "/report.csv", produces = "text/csv")
    @Operation(summary = "The same as a file, with every case")
    ResponseEntity<String> file(
            @RequestParam(required = false) LocalDate from,
            @RequestParam(required = false) LocalDate to,
            Principal manager) {
        requireManager(manager);
        return ReportFile.of(views, report.days(from, to));
    }

    @PutMapping
    @Operation(summary = "Hold all money and goods, or let them go")
    StopSwitchView turn(@RequestBody Turn turn, Principal manager) {
        requireManager(manager);
        List<Problem> problems = new ArrayList<>();
        if (turn.held() == null || !turn.held().isBoolean()) {
            problems.add(new Problem("held", "Say true to hold all money and goods, or false to let them go."));
        }
        if (turn.reason() == null
                || !turn.reason().isTextual()
                || VisibleText.isMissing(turn.reason().textValue())) {
            problems.add(new Problem("reason", "Say why; it is kept."));
        }
        if (!problems.isEmpty()) {
            throw new RefusedInput(problems);
        }
        stopSwitch.turn(turn.held().booleanValue(), turn.reason().textValue().strip(), manager.getName());
        return views.now();
    }

    private void requireManager(Principal manager) {
        if (!people.groupsOf(manager.getName()).contains("managers")) {
            throw new AccessDeniedException("Only managers touch the stop switch.");
        }
    }
}
