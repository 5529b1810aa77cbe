package io.redress.redesign.migration.web;

import io.redress.core.request.ApiRequest;
import io.redress.redesign.lint.FindingTexts;
import io.redress.redesign.migration.MigrationRun;
import io.redress.redesign.migration.MigrationRun.Status;
import io.redress.redesign.migration.Migrations;
import io.redress.redesign.migration.OpenVersions;
import io.redress.redesign.migration.Order;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.security.Principal;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The API by which managers move open cases to another version of a diagram. */
@RestController
@RequestMapping("/api/redesign")
@Tag(name = "Redesign")
class MigrationsController {

    static final int LONGEST_REASON = 1_000;

    private static final int LONGEST_KEY = 255;
    private static final int LATEST = 50;
    private static final int USUAL_SIZE = 1_000;
    private static final int LARGEST_SIZE = 10_000;

    private final Migrations migrations;
    private final OpenVersions open;
    private final FindingTexts texts;
    private final Clock clock;

    MigrationsController(Migrations migrations, OpenVersions open, FindingTexts texts, Clock clock) {
        this.migrations = migrations;
        this.open = open;
        this.texts = texts;
        this.clock = clock;
    }

    @Schema(name = "OpenVersions")
    record OpenView(List<OpenVersionView> items) {}

    @Schema(name = "Migrations")
    record RunsView(List<MigrationLine> items) {}

    @Schema(name = "MigrationOrder")
    record OrderBody(
            @NotBlank
            @Size(max = LONGEST_KEY)
            @Schema(description = "The key of the process that the cases run by, such as complaintResolution.")
            String process,

            @NotNull
            @Min(1)
            @Schema(description = "The id of the version that they are to go to, as in the list of versions.")
            Integer to,

            @Min(1) @Schema(description = "The id of the version whose cases are meant; without it, the cases of any.")
            Integer from,

            @NotNull
            @Schema(description = "Whether to look only: every case is moved in its own transaction and moved back.")
            Boolean dryRun,

            @Size(max = LONGEST_REASON) @Schema(description = "Why, for those who look at the cases later.")
            String reason)
            implements ApiRequest {}

    @GetMapping("/open-versions")
    @Operation(
            operationId = "listOpenVersions",
            summary = "List the versions of diagrams by which open cases run",
            description =
                    "By process, the newest version first, each with what the check of today finds in it: cases of"
                            + " a version with errors cannot all go on.")
    OpenView open(Principal manager, Locale locale) {
        return new OpenView(open.all().stream()
                .map(version -> OpenVersionView.of(version, texts, locale))
                .toList());
    }

    @PostMapping("/migrations")
    @Operation(
            operationId = "migrateCases",
            summary = "Move open cases to another version of a diagram, or see what it would do to them",
            description = "Each case is moved whole, stays where it stands, and keeps what it was promised, or is not"
                    + " moved. Steps that have failed for good are tried again by the other version.")
    @ApiResponse(responseCode = "200", description = "All cases have been looked at")
    @ApiResponse(
            responseCode = "202",
            description = "It goes on; ask the run how far it is",
            headers = @Header(name = "Location", description = "The run", schema = @Schema(type = "string")))
    @ApiResponse(responseCode = "409", description = "Cases of this process are being moved already")
    ResponseEntity<MigrationView> start(@RequestBody OrderBody order, Principal manager) {
        try {
            MigrationRun run = migrations.start(
                    new Order(order.process(), order.to(), order.from(), order.dryRun(), order.reason()),
                    manager.getName());
            ResponseEntity.BodyBuilder answer = run.status() == Status.RUNNING
                    ? ResponseEntity.accepted().location(URI.create("/api/redesign/migrations/" + run.id()))
                    : ResponseEntity.ok();
            return answer.body(view(run, 0, USUAL_SIZE, manager));
        } catch (Migrations.MovingAlready already) {
            throw new ResponseStatusException(HttpStatus.CONFLICT, already.getMessage(), already);
        }
    }

    @GetMapping("/migrations")
    @Operation(operationId = "listMigrations", summary = "List the latest moves and trials, newest first")
    RunsView list() {
        return new RunsView(
                migrations.latest(LATEST).stream().map(MigrationLine::of).toList());
    }

    @GetMapping("/migrations/{id}")
    @Operation(
            operationId = "readMigration",
            summary = "Read a move: how far it is, and what becomes of each case",
            description = "The cases come in pages, those that nothing happens to last; the counts are of all of them."
                    + " Cases that are kept from you are counted and not listed.")
    @ApiResponse(responseCode = "200", description = "OK")
    @ApiResponse(responseCode = "404", description = "There is no such move")
    MigrationView read(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") @Min(0) @Max(LARGEST_SIZE) int page,
            @RequestParam(defaultValue = "" + USUAL_SIZE) @Min(1) @Max(LARGEST_SIZE) int size,
            Principal manager) {
        return view(migrations.find(id).orElseThrow(MigrationsController::unknown), page, size, manager);
    }

    @DeleteMapping("/migrations/{id}")
    @Operation(
            operationId = "cancelMigration",
            summary = "Cancel a move; what was moved stays moved, and one that is done stays as it is")
    @ApiResponse(responseCode = "200", description = "OK")
    @ApiResponse(responseCode = "404", description = "There is no such move")
    MigrationView cancel(@PathVariable UUID id, Principal manager) {
        return view(migrations.cancel(id).orElseThrow(MigrationsController::unknown), 0, USUAL_SIZE, manager);
    }

    private MigrationView view(MigrationRun run, int page, int size, Principal manager) {
        return MigrationView.of(
                run,
                migrations.cases(run.id(), (long) page * size, size, manager.getName()),
                page,
                size,
                clock.instant());
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
