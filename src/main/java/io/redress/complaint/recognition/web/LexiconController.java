package io.redress.complaint.recognition.web;

import io.redress.complaint.recognition.Lexicons;
import io.redress.complaint.recognition.Lexicons.FileVersion;
import io.redress.core.input.RefusedInput;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The API for the files of the lexicon, which managers read and change. */
@RestController
@RequestMapping("/api/danger/lexicon")
@Tag(name = "Danger")
class LexiconController {

    private static final MediaType PLAIN = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final Lexicons lexicons;

    LexiconController(Lexicons lexicons) {
        this.lexicons = lexicons;
    }

    @Schema(name = "LexiconFile")
    record FileView(
            String name,

            @Schema(description = "0 as it came with the release, else counted from 1")
            int version,

            @Schema(description = "How many phrases it holds")
            int phrases,

            @Schema(description = "null as it came with the release", nullable = true)
            String changedBy,

            @Schema(nullable = true) Instant changedAt,

            @Schema(
                    description = "Whether this release brings another text than the one that the file was made from;"
                            + " version 0 is what it brings")
            boolean shippedChanged) {

        static FileView of(FileVersion file) {
            return new FileView(
                    file.name(),
                    file.version(),
                    file.phrases(),
                    file.changedBy(),
                    file.changedAt(),
                    file.shippedChanged());
        }
    }

    @Schema(name = "LexiconFiles")
    record ListView(List<FileView> items) {}

    @Schema(name = "LexiconFileStored")
    record StoredView(
            String name,
            int version,
            int phrases,

            @Schema(description = "Phrases that were in force before and are not any more")
            List<String> removed) {}

    @GetMapping
    @Operation(operationId = "listLexicon", summary = "List the files of the lexicon")
    ListView list(Principal manager) {
        return new ListView(lexicons.files().stream().map(FileView::of).toList());
    }

    @GetMapping("/{name}")
    @Operation(operationId = "readLexiconFile", summary = "Read a file as it is in force; its version is the ETag")
    @ApiResponse(
            responseCode = "200",
            description = "The whole file in UTF-8",
            headers = @Header(name = "ETag", description = "Its version", schema = @Schema(type = "string")),
            content = @Content(mediaType = MediaType.TEXT_PLAIN_VALUE, schema = @Schema(type = "string")))
    @ApiResponse(responseCode = "404", description = "There is no such file in the lexicon")
    ResponseEntity<String> read(@PathVariable String name, Principal manager) {
        return text(lexicons.file(name).orElseThrow(LexiconController::unknown));
    }

    @GetMapping("/{name}/versions")
    @Operation(
            operationId = "listLexiconVersions",
            summary = "List every version that managers stored, newest first: who and when")
    @ApiResponse(responseCode = "200", description = "OK")
    @ApiResponse(responseCode = "404", description = "There is no such file in the lexicon")
    ListView versions(@PathVariable String name, Principal manager) {
        lexicons.file(name).orElseThrow(LexiconController::unknown);
        return new ListView(lexicons.history(name).stream().map(FileView::of).toList());
    }

    @GetMapping("/{name}/versions/{version}")
    @Operation(
            operationId = "readLexiconVersion",
            summary = "Read an earlier version; 0 is the one that came with the release")
    @ApiResponse(
            responseCode = "200",
            description = "The whole file in UTF-8",
            headers = @Header(name = "ETag", description = "Its version", schema = @Schema(type = "string")),
            content = @Content(mediaType = MediaType.TEXT_PLAIN_VALUE, schema = @Schema(type = "string")))
    @ApiResponse(responseCode = "404", description = "There is no such file in the lexicon")
    ResponseEntity<String> version(@PathVariable String name, @PathVariable int version, Principal manager) {
        return text(lexicons.version(name, version).orElseThrow(LexiconController::unknown));
    }

    /**
     * Every line that is wrong is named; then nothing is stored, and what was in force stays so.
     *
     * @param expected the version that the sender has changed, quoted as an ETag; who sends none overwrites any
     */
    @PutMapping(path = "/{name}", consumes = MediaType.TEXT_PLAIN_VALUE)
    @Operation(
            operationId = "changeLexiconFile",
            summary = "Change a file, or make a new meaning; it is in force on every node within seconds",
            requestBody =
                    @RequestBody(
                            required = true,
                            description = "The whole file in UTF-8",
                            content = @Content(mediaType = "text/plain", schema = @Schema(type = "string"))))
    StoredView change(
            @PathVariable String name,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Schema(
                            description = "The ETag that the file was read with; without it any version is replaced.",
                            pattern = "^(\\*|\"?[0-9]{1,9}\"?)$")
                    String expected,
            HttpServletRequest request,
            Principal manager)
            throws IOException {
        Lexicons.Stored stored = lexicons.put(name, PlainText.of(request), version(expected), manager.getName());
        return new StoredView(
                stored.file().name(), stored.file().version(), stored.file().phrases(), stored.removed());
    }

    private static Integer version(String expected) {
        if (expected == null || expected.equals("*")) {
            return null;
        }
        try {
            return Integer.valueOf(expected.replace("\"", "").strip());
        } catch (NumberFormatException unreadable) {
            throw new RefusedInput("If-Match", "Give the ETag that the file was read with.");
        }
    }

    private static ResponseEntity<String> text(FileVersion file) {
        return ResponseEntity.ok()
                .contentType(PLAIN)
                .eTag("\"" + file.version() + "\"")
                .body(file.text());
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such file in the lexicon.");
    }
}
