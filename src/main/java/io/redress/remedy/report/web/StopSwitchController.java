package io.redress.remedy.report.web;

import io.redress.core.request.ApiRequest;
import io.redress.remedy.ledger.StopSwitch;
import io.redress.remedy.ledger.StopSwitch.Setting;
import io.redress.remedy.report.PaymentReport;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotNull;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.ResponseEntity;
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

    StopSwitchController(StopSwitch stopSwitch, StopSwitchViews views, PaymentReport report) {
        this.stopSwitch = stopSwitch;
        this.views = views;
        this.report = report;
    }

    @Schema(name = "StopSwitchTurn")
    record Turn(
            @NotNull(message = "Say true to hold all money and goods, or false to let them go.")
            Boolean held,

            @NotNull(message = "Say why; it is kept.") @Schema(description = "Why; it is kept.")
            String reason)
            implements ApiRequest {}

    @GetMapping
    @Operation(
            operationId = "readStopSwitch",
            summary = "Read the switch, today's totals, what waits and who turned it when")
    StopSwitchView now(Principal manager) {
        return views.now();
    }

    /** Every change, newest first: who turned it, when and why. */
    @GetMapping("/history")
    @Operation(operationId = "readStopSwitchHistory", summary = "Read every change of the switch, newest first")
    List<Setting> history(Principal manager) {
        return stopSwitch.history();
    }

    @GetMapping("/report")
    @Operation(
            operationId = "readPayments",
            summary = "Read what was decided to be paid and sent, whether it went out or not")
    ReportView report(
            @RequestParam(required = false) LocalDate from,
            @RequestParam(required = false) LocalDate to,
            Principal manager) {
        return views.report(report.days(from, to));
    }

    @GetMapping(path = "/report.csv", produces = "text/csv")
    @Operation(
            operationId = "downloadPayments",
            summary = "Read what was decided to be paid and sent as a file, with every case")
    ResponseEntity<String> file(
            @RequestParam(required = false) LocalDate from,
            @RequestParam(required = false) LocalDate to,
            Principal manager) {
        return ReportFile.of(views, report.days(from, to));
    }

    @PutMapping
    @Operation(operationId = "turnStopSwitch", summary = "Hold all money and goods, or let them go")
    StopSwitchView turn(@RequestBody Turn turn, Principal manager) {
        stopSwitch.turn(turn.held(), turn.reason(), manager.getName());
        return views.now();
    }
}
