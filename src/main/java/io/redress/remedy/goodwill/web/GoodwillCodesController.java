package io.redress.remedy.goodwill.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.RuntimeJsonMappingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.redress.core.input.RefusedInput;
import io.redress.core.money.ExactJson;
import io.redress.core.staff.People;
import io.redress.core.text.VisibleText;
import io.redress.remedy.goodwill.GoodwillCodes;
import io.redress.remedy.goodwill.GoodwillCodes.NewCode;
import io.redress.remedy.goodwill.GoodwillCodes.Stock;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
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
    private final People people;
    private final Clock clock;

    GoodwillCodesController(GoodwillCodes codes, People people, Clock clock) {
        this.codes = codes;
        this.people = people;
        this.clock = clock;
    }

    /**
     * What an import did, or would do.
     *
     * @param known codes that the pool had already, which are left as they are
     */
    record Imported(int received, int added, List<String> known, boolean dryRun) {}

    @GetMapping
    @Operation(summary = "How many codes are left, never the codes themselves")
    List<Stock> stock(Principal manager) {
        requireManager(manager);
        return codes.stock();
    }

    /** All or nothing: where one code is wrong, none is taken, and the answer names every field that is. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Import codes as {\"codes\": [{code, kind, currency, amount, expiresAt}]}")
    Imported json(@RequestBody String body, @RequestParam(defaultValue = "false") boolean dryRun, Principal manager) {
        requireManager(manager);
        JsonNode codes = codes(body);
        List<Map<String, String>> rows = new ArrayList<>();
        codes.forEach(code -> rows.add(fields(code)));
        return take(rows, dryRun, manager);
    }

    private static JsonNode codes(String body) {
        try {
            JsonNode node = ExactJson.read(body);
            if (node != null && node.path("codes").isArray() && node.size() == 1) {
                return node.path("codes");
            }
        } catch (JsonProcessingException malformed) {
            throw new RefusedInput("body", "Is not well-formed JSON: " + malformed.getOriginalMessage());
        }
        throw new RefusedInput("codes", "Send one list, named codes.");
    }

    @PostMapping(consumes = "text/csv")
    @Operation(summary = "The same as CSV, with the field names in the first line")
    Imported csv(@RequestBody String body, @RequestParam(defaultValue = "false") boolean dryRun, Principal manager) {
        requireManager(manager);
        return take(lines(body), dryRun, manager);
    }

    private Imported take(List<Map<String, String>> rows, boolean dryRun, Principal manager) {
        List<NewCode> read = GoodwillCodeParser.read(rows, clock.instant());
        List<String> known = codes.known(read.stream().map(NewCode::code).toList());
        int added = dryRun ? read.size() - known.size() : codes.add(read, manager.getName());
        return new Imported(read.size(), added, known, dryRun);
    }

    private static Map<String, String> fields(JsonNode code) {
        Map<String, String> fields = new LinkedHashMap<>();
        code.properties().stream()
                .filter(field -> !field.getValue().isNull())
                .forEach(field -> fields.put(field.getKey(), field.getValue().asText()));
        return fields;
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

    private void requireManager(Principal manager) {
        if (!people.groupsOf(manager.getName()).contains("managers")) {
            throw new AccessDeniedException("Only managers import codes.");
        }
    }
}
