package io.redress.intake.takeover.web;

import io.redress.core.http.LimitedBody;
import io.redress.core.input.Problem;
import io.redress.intake.registration.CaseAccess;
import io.redress.intake.takeover.ImportFormat;
import io.redress.intake.takeover.ImportRun;
import io.redress.intake.takeover.ImportRun.Brought;
import io.redress.intake.takeover.ImportRun.State;
import io.redress.intake.takeover.Imports;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The API by which managers import the open cases of another system. */
@RestController
@RequestMapping("/api/imports")
@Tag(name = "Imports")
class ImportsController {

    /** The largest file in bytes, no more than Spring takes from the page. */
    static final int LARGEST = 10 * 1024 * 1024;

    private static final int LATEST = 50;

    private final Imports imports;
    private final CaseAccess access;

    ImportsController(Imports imports, CaseAccess access) {
        this.imports = imports;
        this.access = access;
    }

    private List<Brought> seen(List<Brought> brought, Principal manager) {
        Set<String> visible =
                access.visible(brought.stream().map(Brought::caseNumber).toList(), manager.getName());
        return brought.stream()
                .filter(one -> visible.contains(one.caseNumber()))
                .toList();
    }

    @PostMapping(consumes = {"text/csv", MediaType.APPLICATION_JSON_VALUE})
    @Operation(
            operationId = "importCases",
            summary = "Check a file of open cases, or import it",
            description =
                    "First with dryRun=true, which says row by row what would be refused; then, within 24 hours, the"
                            + " same file with dryRun=false. A case is known by source and externalId and is imported once.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = {
                                @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                                        schema = @Schema(implementation = ImportedRow[].class))
                            }))
    @ApiResponse(
            responseCode = "200",
            description = "Checked; see what is refused",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    @ApiResponse(
            responseCode = "202",
            description = "Is being imported",
            headers =
                    @Header(
                            name = "Location",
                            description = "Where to read how far",
                            schema = @Schema(type = "string", format = "uri-reference")),
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    @ApiResponse(
            responseCode = "409",
            description = "Not checked by a dry run in the last 24 hours",
            content = @Content)
    @ApiResponse(responseCode = "422", description = "Rows are refused; nothing is imported", content = @Content)
    ResponseEntity<?> take(
            HttpServletRequest request,
            @RequestParam(defaultValue = "true") boolean dryRun,
            @RequestParam(defaultValue = "import") String source,
            Principal manager)
            throws IOException {
        byte[] file = LimitedBody.bytes(request, LARGEST);
        MediaType type = MediaType.parseMediaType(request.getContentType());
        ImportFormat format = MediaType.APPLICATION_JSON.isCompatibleWith(type) ? ImportFormat.JSON : ImportFormat.CSV;
        if (dryRun) {
            return ResponseEntity.ok(ImportView.of(imports.dryRun(file, format, source, manager.getName()), List.of()));
        }
        ImportRun run = imports.start(file, format, source, manager.getName());
        if (run.state() == State.REFUSED) {
            return ResponseEntity.unprocessableEntity().body(refusal(run));
        }
        return ResponseEntity.accepted()
                .location(URI.create("/api/imports/" + run.id()))
                .body(ImportView.of(run, List.of()));
    }

    @GetMapping
    @Operation(operationId = "listImports", summary = "List the latest dry runs and imports, newest first")
    List<ImportView> latest(Principal manager) {
        return imports.latest(LATEST).stream()
                .map(run -> ImportView.of(run, List.of()))
                .toList();
    }

    @GetMapping("/{id}")
    @Operation(operationId = "readImport", summary = "Read how far an import is, and which cases it brought")
    @ApiResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    @ApiResponse(responseCode = "404", description = "There is no such import")
    ResponseEntity<?> one(@PathVariable UUID id, Principal manager) {
        return imports.find(id)
                .<ResponseEntity<?>>map(
                        run -> ResponseEntity.ok(ImportView.of(run, seen(imports.brought(id, run.rows()), manager))))
                .orElseGet(() -> ResponseEntity.of(
                                ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "There is no such import."))
                        .build());
    }

    private static ProblemDetail refusal(ImportRun run) {
        ProblemDetail refusal = ProblemDetail.forStatusAndDetail(
                HttpStatus.UNPROCESSABLE_ENTITY, "Nothing was imported: correct what is refused and check it again.");
        refusal.setProperty(
                "errors",
                run.refused().stream()
                        .map(fault -> new Problem("rows[%d].%s".formatted(fault.row(), fault.field()), fault.message()))
                        .toList());
        return refusal;
    }
}
