package io.redress.redesign.release.web;

import io.redress.core.request.ApiRequest;
import io.redress.redesign.difference.Differences;
import io.redress.redesign.release.ChangedMeanwhile;
import io.redress.redesign.release.ModelVersion;
import io.redress.redesign.release.ModelVersions;
import io.redress.redesign.release.PutLive;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The API for what has been put live, and for going back. */
@RestController
@RequestMapping("/api/redesign")
@Tag(name = "Redesign")
class VersionsController {

    static final int LONGEST_REASON = 1_000;

    private final ModelVersions versions;
    private final PutLive putLive;

    private final Differences differences;

    VersionsController(ModelVersions versions, PutLive putLive, Differences differences) {
        this.versions = versions;
        this.putLive = putLive;
        this.differences = differences;
    }

    @Schema(name = "ModelVersions")
    record ListView(List<VersionView> items) {}

    @Schema(name = "RestoredModels")
    record OutcomeView(
            @Schema(description = "The versions that were put live; empty where nothing differed.")
            List<VersionView> items,

            @Schema(description = "The names of the files that stood so already.")
            List<String> unchanged,

            @Schema(description = "What happened, in a sentence.")
            String message) {

        static OutcomeView of(PutLive.Outcome outcome) {
            return new OutcomeView(
                    outcome.versions().stream().map(VersionView::of).toList(), outcome.unchanged(), message(outcome));
        }

        private static String message(PutLive.Outcome outcome) {
            if (outcome.versions().isEmpty()) {
                return "This is live already; nothing was changed.";
            }
            return "Put live again: "
                    + String.join(
                            ", ",
                            outcome.versions().stream().map(ModelVersion::file).toList()) + ".";
        }
    }

    @Schema(name = "ModelRestore")
    record Restore(
            @NotBlank @Size(max = LONGEST_REASON) @Schema(description = "Why, for those who look at it later.")
            String reason,

            @Schema(
                    description = "The id of the version that was live when you looked; where another one is by now,"
                            + " nothing is done. Without it, whatever is live is replaced.")
            Integer seen)
            implements ApiRequest {}

    @Schema(name = "ModelsRestore")
    record RestoreAll(
            @NotNull @Schema(description = "All files go back to how they stood at this moment.")
            OffsetDateTime at,

            @NotBlank @Size(max = LONGEST_REASON) @Schema(description = "Why, for those who look at it later.")
            String reason,

            @Schema(
                    description = "The highest id of all versions when you looked; where there is a higher one by now,"
                            + " nothing is done. Without it, whatever is live is replaced.")
            Integer seen)
            implements ApiRequest {}

    @Schema(name = "ModelReason")
    record Reason(
            @NotBlank @Size(max = LONGEST_REASON) @Schema(description = "Why it was put live.")
            String reason) implements ApiRequest {}

    @GetMapping("/versions")
    @Operation(
            operationId = "listModelVersions",
            summary = "List what has been put live, newest first",
            description = "Of one file, or of all where none is named.")
    ListView list(@RequestParam(required = false) String file, Principal manager) {
        List<ModelVersion> found = file == null ? versions.all() : versions.of(file);
        return new ListView(found.stream().map(VersionView::of).toList());
    }

    @GetMapping("/versions/{id}/content")
    @Operation(operationId = "readModelVersion", summary = "Read a version as the file that it is")
    @ApiResponse(
            responseCode = "200",
            description = "The file, byte by byte",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(responseCode = "404", description = "There is no such version")
    ResponseEntity<byte[]> content(@PathVariable int id, Principal manager) {
        return download(versions, find(id));
    }

    @GetMapping("/versions/{id}/difference")
    @Operation(
            operationId = "compareModelVersion",
            summary = "Compare a version with the one whose place it took",
            description = "Elements, rows and fields by what they mean; where they are drawn makes no difference.")
    @ApiResponse(responseCode = "200", description = "OK")
    @ApiResponse(responseCode = "404", description = "There is no such version")
    DifferenceView difference(@PathVariable int id, Principal manager) {
        ModelVersion version = find(id);
        return versions.before(version)
                .map(before -> DifferenceView.of(
                        before.id(), differences.between(versions.file(before), versions.file(version))))
                .orElseGet(() -> DifferenceView.of(null, List.of()));
    }

    static ResponseEntity<byte[]> download(ModelVersions versions, ModelVersion version) {
        return download(version.file(), versions.file(version).content());
    }

    static ResponseEntity<byte[]> download(String file, byte[] content) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content);
    }

    @PutMapping("/versions/{id}/reason")
    @Operation(
            operationId = "giveModelReason",
            summary = "Say why a version was put live, where nobody has yet",
            description = "Modeler asks for no reason.")
    @ApiResponse(responseCode = "200", description = "OK")
    @ApiResponse(responseCode = "404", description = "There is no such version")
    @ApiResponse(responseCode = "409", description = "There is a reason already")
    VersionView reason(@PathVariable int id, @RequestBody Reason given, Principal manager) {
        if (!versions.giveReason(find(id), given.reason().strip(), manager.getName())) {
            throw new ResponseStatusException(HttpStatus.CONFLICT, "There is a reason already.");
        }
        return VersionView.of(find(id));
    }

    @PostMapping("/versions/{id}/restore")
    @Operation(
            operationId = "restoreModelVersion",
            summary = "Put an earlier version live again",
            description = "It is checked like any other, and what began before stays on its version. Where it is live"
                    + " already, nothing is done.")
    @ApiResponse(responseCode = "200", description = "OK")
    @ApiResponse(responseCode = "404", description = "There is no such version")
    @ApiResponse(responseCode = "409", description = "Another version is live than the one that you saw")
    OutcomeView restore(@PathVariable int id, @RequestBody Restore wanted, Principal manager) {
        try {
            return OutcomeView.of(putLive.restore(find(id), manager(manager, wanted.reason()), wanted.seen()));
        } catch (ChangedMeanwhile changed) {
            throw new ResponseStatusException(HttpStatus.CONFLICT, changed.getMessage());
        }
    }

    @PostMapping("/restore")
    @Operation(
            operationId = "restoreModels",
            summary = "Put all files live again as they stood at a moment",
            description = "Only what differs is put live. Files that came into being later stay as they are.")
    @ApiResponse(responseCode = "200", description = "OK")
    @ApiResponse(responseCode = "409", description = "Something has been put live since you looked")
    OutcomeView restoreAll(@RequestBody RestoreAll wanted, Principal manager) {
        try {
            return OutcomeView.of(
                    putLive.restoreAll(wanted.at().toInstant(), manager(manager, wanted.reason()), wanted.seen()));
        } catch (ChangedMeanwhile changed) {
            throw new ResponseStatusException(HttpStatus.CONFLICT, changed.getMessage());
        }
    }

    private ModelVersion find(int id) {
        return versions.find(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such version."));
    }

    private static PutLive.Manager manager(Principal manager, String reason) {
        return new PutLive.Manager(manager.getName(), ModelVersion.Origin.API, reason);
    }
}
