package io.redress.insight.quality.web;

import io.redress.core.request.ApiRequest;
import io.redress.insight.quality.LetterSample;
import io.redress.insight.quality.LetterSamples;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.security.Principal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The API of letters that leads draw by chance and score, and of what their handlers read of it. */
@RestController
@RequestMapping("/api/letter-samples")
@Tag(name = "Letter samples")
class LetterSamplesController {

    private final LetterSamples samples;

    LetterSamplesController(LetterSamples samples) {
        this.samples = samples;
    }

    @Schema(name = "LetterDraw")
    record Draw(
            @NotNull @Min(1) @Max(LetterSamples.MOST_DRAWN) @Schema(description = "How many.")
            Integer count,

            @Schema(
                    description =
                            "The first day on which a letter reached its customer; a week ago where it is missing.")
            LocalDate from,

            @Schema(description = "The last such day; today where it is missing.")
            LocalDate to,

            @Schema(description = "The login of who signed the letters; anybody where it is missing.")
            String handler)
            implements ApiRequest {}

    @Schema(name = "LetterScore")
    record Score(
            @NotNull
            @Min(1)
            @Max(LetterSamples.BEST_SCORE)
            @Schema(description = "From 1 (write it quite differently) to 5 (like this).")
            Integer score,

            @Size(max = LetterSamples.LONGEST_COMMENT) @Schema(description = "For who signed it; needed below 4.")
            String comment)
            implements ApiRequest {}

    @Schema(name = "LetterSample")
    record View(
            UUID id,
            String caseNumber,
            String handler,
            String kind,
            String locale,
            String subject,
            String text,
            OffsetDateTime sentAt,
            String drawnBy,
            OffsetDateTime drawnAt,
            Integer score,
            String comment,
            String scoredBy,
            OffsetDateTime scoredAt) {}

    @Schema(name = "LetterSamples")
    record ListView(List<View> items) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "drawLetterSamples",
            summary = "Draw letters by chance",
            description = "Letters that people signed, not drawn before and not your own, from"
                    + " cases that you may see; fewer than you want where there are no more.")
    ListView draw(@RequestBody Draw wanted, Principal lead) {
        return view(samples.draw(wanted.count(), wanted.from(), wanted.to(), wanted.handler(), lead.getName()));
    }

    @GetMapping
    @Operation(
            operationId = "listLetterSamples",
            summary = "Read samples, newest first",
            description = "Leads and managers read those of cases that they may see, handlers the scored ones that they"
                    + " signed.")
    ListView list(
            @RequestParam(required = false) String handler,
            @RequestParam(required = false) Boolean scored,
            Principal reader) {
        return view(samples.readBy(reader.getName(), handler, scored));
    }

    @PutMapping("/{id}")
    @Operation(
            operationId = "scoreLetterSample",
            summary = "Score a letter and say what to do better; for leads and managers, not for who signed it")
    @ApiResponse(responseCode = "200", description = "OK")
    @ApiResponse(responseCode = "404", description = "There is no such sample for you")
    View score(@PathVariable UUID id, @RequestBody Score given, Principal lead) {
        return samples.score(id, given.score(), given.comment(), lead.getName())
                .map(LetterSamplesController::view)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ListView view(List<LetterSample> samples) {
        return new ListView(samples.stream().map(LetterSamplesController::view).toList());
    }

    private static View view(LetterSample sample) {
        return new View(
                sample.id(),
                sample.letter().caseNumber().value(),
                sample.letter().signedBy(),
                sample.letter().kind().name().toLowerCase(Locale.ROOT),
                sample.letter().locale().toLanguageTag(),
                sample.letter().subject(),
                sample.letter().words(),
                utc(sample.letter().sentAt()),
                sample.drawnBy(),
                utc(sample.drawnAt()),
                sample.score(),
                sample.comment(),
                sample.scoredBy(),
                utc(sample.scoredAt()));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
