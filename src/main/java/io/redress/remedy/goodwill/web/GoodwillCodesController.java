package io.redress.remedy.goodwill.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.RuntimeJsonMappingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.redress.core.input.RefusedInput;
import io.redress.core.text.EnumWords;
import io.redress.core.text.VisibleText;
import io.redress.remedy.goodwill.GoodwillCodes;
import io.redress.remedy.goodwill.GoodwillCodes.Kind;
import io.redress.remedy.goodwill.GoodwillCodes.NewCode;
import io.redress.remedy.goodwill.GoodwillCodes.Stock;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The pool of codes that are given as goodwill, for managers. */
@RestController
@RequestMapping("/api/goodwill-codes")
@Tag(name = "Goodwill codes")
class GoodwillCodesController {

    private static final CsvMapper CSV = new CsvMapper();

    private final GoodwillCodes codes;
    private final Clock clock;

    GoodwillCodesController(GoodwillCodes codes, Clock clock) {
        this.codes = codes;
        this.clock = clock;
    }

    /**
     * What an import did, or would do.
     *
     * @param known codes that the pool had already, which are left as they are
     */
    @Schema(name = "GoodwillCodesImported")
    record Imported(int received, int added, List<String> known, boolean dryRun) {}

    @Schema(name = "GoodwillStock")
    record StockView(
            @NotNull @Schema(implementation = Kind.class) String kind,

            @Schema(description = "null for free deliveries, like amount")
            String currency,

            String amount,

            @Schema(description = "How many can still be given; those that end within two weeks are not.")
            long free,

            @Schema(description = "How many were given, or are kept for somebody.")
            long given,

            long expired) {

        static StockView of(Stock stock) {
            return new StockView(
                    EnumWords.word(stock.kind()),
                    stock.currency(),
                    stock.amount() == null ? null : stock.amount().toPlainString(),
                    stock.free(),
                    stock.given(),
                    stock.expired());
        }
    }

    @GetMapping
    @Operation(operationId = "readGoodwillCodes", summary = "Read how many codes are left, never the codes themselves")
    List<StockView> stock(Principal manager) {
        return codes.stock().stream().map(StockView::of).toList();
    }

    /** All or nothing: where one code is wrong, none is taken, and the answer names every field that is. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "importGoodwillCodes",
            summary = "Import codes",
            description = "All or nothing. In CSV the first line holds the field names.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                                        schema = @Schema(implementation = GoodwillCodeParser.Sent.class)),
                                @Content(mediaType = "text/csv", schema = @Schema(type = "string"))
                            }))
    @ApiResponse(responseCode = "200", description = "What was taken, or would be")
    Imported json(
            @RequestBody GoodwillCodeParser.Sent sent,
            @RequestParam(defaultValue = "false") boolean dryRun,
            Principal manager) {
        return take(sent.codes().stream().map(GoodwillCodeParser.Row::fields).toList(), dryRun, manager);
    }

    @PostMapping(consumes = "text/csv")
    @Hidden
    Imported csv(@RequestBody String body, @RequestParam(defaultValue = "false") boolean dryRun, Principal manager) {
        return take(lines(body), dryRun, manager);
    }

    private Imported take(List<Map<String, String>> rows, boolean dryRun, Principal manager) {
        List<NewCode> read = GoodwillCodeParser.read(rows, clock.instant());
        List<String> known = codes.known(read.stream().map(NewCode::code).toList());
        int added = dryRun ? read.size() - known.size() : codes.add(read, manager.getName());
        return new Imported(read.size(), added, known, dryRun);
    }

    private static List<Map<String, String>> lines(String body) {
        CsvSchema header = CsvSchema.emptySchema().withHeader();
        try (MappingIterator<Map<String, String>> lines =
                CSV.readerForMapOf(String.class).with(header).readValues(body)) {
            List<Map<String, String>> rows = lines.readAll();
            rows.forEach(row -> row.values().removeIf(value -> VisibleText.isMissing(value)));
            return rows;
        } catch (JsonProcessingException | RuntimeJsonMappingException e) {
            throw new RefusedInput("codes", "This is no CSV with the field names in its first line.");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
