package io.redress.redesign.whatif.web;

import io.redress.redesign.tape.Tape.Span;
import io.redress.redesign.whatif.WhatIf;
import io.redress.redesign.whatif.WhatIfRun;
import io.redress.redesign.whatif.WhatIfRun.CaseList;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.security.Principal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** The API by which managers try tables on what was decided before. */
@RestController
@RequestMapping("/api/redesign")
@Tag(name = "Redesign")
class WhatIfController {

    private static final int LATEST = 50;
    private static final int USUAL_SIZE = 1_000;
    private static final int LARGEST_SIZE = 10_000;

    private final WhatIf whatIf;
    private final ZoneId zone;
    private final Clock clock;

    WhatIfController(WhatIf whatIf, @Value("${redress.zone}") ZoneId zone, Clock clock) {
        this.whatIf = whatIf;
        this.zone = zone;
        this.clock = clock;
    }

    /** What is sent, for readers of the description. */
    @Schema(name = "WhatIfTrial")
    record Trial(
            @ArraySchema(
                    arraySchema = @Schema(description = "Decision tables, each in a part of its own."),
                    schema = @Schema(type = "string", format = "binary"))
            List<String> file,

            @Schema(description = "A day, or a time with offset: decisions from then on.")
            String from,

            @Schema(
                    description =
                            "A day, which counts as a whole, or the time at which it ends; now where it is missing.")
            String to,

            @Schema(
                    description =
                            "Instead of a time: how many of the cases that were finished last, at most a million.")
            String last) {}

    @Schema(name = "WhatIfRuns")
    record RunsView(List<RunLine> items) {}

    @Schema(name = "WhatIfRunLine")
    record RunLine(
            UUID id,
            String status,
            OffsetDateTime createdAt,
            String createdBy,
            List<String> files,
            long done,
            long total) {}

    @PostMapping("/what-if")
    @Operation(
            operationId = "tryTables",
            summary = "Try tables on what was decided before",
            description =
                    "Nothing is deployed, and no case is touched. What a deployment would refuse is refused here, too.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                            schema = @Schema(implementation = Trial.class))))
    @ApiResponse(
            responseCode = "202",
            description = "It is tried; ask the run how far it is",
            headers = @Header(name = "Location", description = "The run", schema = @Schema(type = "string")))
    @ApiResponse(responseCode = "409", description = "Too many runs wait")
    ResponseEntity<RunView> start(
            @Parameter(hidden = true) @RequestParam(required = false) List<MultipartFile> file,
            @Parameter(hidden = true) @RequestParam(required = false) String from,
            @Parameter(hidden = true) @RequestParam(required = false) String to,
            @Parameter(hidden = true) @RequestParam(required = false) String last,
            Principal manager) {
        Span span = SpanFields.read(from, to, last, zone, clock.instant());
        try {
            WhatIfRun run = whatIf.start(Uploads.models(file), span, manager.getName());
            return ResponseEntity.accepted()
                    .location(URI.create("/api/redesign/runs/" + run.id()))
                    .body(view(run, 0, USUAL_SIZE, manager));
        } catch (WhatIf.TooManyWaiting tooMany) {
            throw new ResponseStatusException(HttpStatus.CONFLICT, tooMany.getMessage(), tooMany);
        }
    }

    @GetMapping("/runs")
    @Operation(operationId = "listTrials", summary = "List the latest runs, newest first")
    RunsView list() {
        return new RunsView(whatIf.latest(LATEST).stream()
                .map(run -> new RunLine(
                        run.id(),
                        RunView.status(run.status()),
                        run.createdAt().atOffset(ZoneOffset.UTC),
                        run.createdBy(),
                        run.files(),
                        run.done(),
                        run.total()))
                .toList());
    }

    @GetMapping("/runs/{id}")
    @Operation(
            operationId = "readTrial",
            summary = "Read a run: how far it is, and what would have changed",
            description =
                    "The cases come in pages; the totals count all of them. Cases that are kept from you are counted"
                            + " and not listed.")
    @ApiResponse(responseCode = "200", description = "OK")
    @ApiResponse(responseCode = "404", description = "There is no such run")
    RunView read(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") @Min(0) @Max(LARGEST_SIZE) int page,
            @RequestParam(defaultValue = "" + USUAL_SIZE) @Min(1) @Max(LARGEST_SIZE) int size,
            Principal manager) {
        return view(whatIf.find(id).orElseThrow(WhatIfController::unknown), page, size, manager);
    }

    @GetMapping(path = "/runs/{id}/cases.csv", produces = "text/csv")
    @Operation(operationId = "readTrialCases", summary = "The cases of a run as a file (CSV)")
    @ApiResponse(responseCode = "200", description = "OK")
    @ApiResponse(responseCode = "404", description = "There is no such run")
    ResponseEntity<String> cases(@PathVariable UUID id, Principal manager) {
        WhatIfRun run = whatIf.find(id).orElseThrow(WhatIfController::unknown);
        return CasesFile.of(run, whatIf, manager.getName());
    }

    @DeleteMapping("/runs/{id}")
    @Operation(operationId = "cancelTrial", summary = "Cancel a run; one that is done stays as it is")
    @ApiResponse(responseCode = "200", description = "OK")
    @ApiResponse(responseCode = "404", description = "There is no such run")
    RunView cancel(@PathVariable UUID id, Principal manager) {
        return view(whatIf.cancel(id).orElseThrow(WhatIfController::unknown), 0, USUAL_SIZE, manager);
    }

    private RunView view(WhatIfRun run, int page, int size, Principal manager) {
        long offset = (long) page * size;
        return RunView.of(
                run,
                whatIf.cases(run.id(), CaseList.CHANGED, offset, size, manager.getName()),
                whatIf.cases(run.id(), CaseList.UNDECIDED, offset, size, manager.getName()),
                page,
                size);
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
