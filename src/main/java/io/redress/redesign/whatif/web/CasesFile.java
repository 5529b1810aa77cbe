package io.redress.redesign.whatif.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.redress.redesign.whatif.AnswerChange;
import io.redress.redesign.whatif.WhatIf;
import io.redress.redesign.whatif.WhatIfRun;
import io.redress.redesign.whatif.WhatIfRun.Amount;
import io.redress.redesign.whatif.WhatIfRun.CaseList;
import io.redress.redesign.whatif.WhatIfRun.ListedCase;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The cases of a run as a file for a spreadsheet. A cell never begins like a formula. */
final class CasesFile {

    private static final MediaType CSV_TYPE = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final CsvMapper CSV = CsvMapper.csvBuilder()
            .enable(CsvGenerator.Feature.ALWAYS_QUOTE_STRINGS)
            .build();
    private static final CsvSchema LINES = CsvSchema.emptySchema().withLineSeparator("\r\n");
    private static final List<String> COLUMNS = List.of(
            "case", "list", "table", "what", "old", "new", "currency", "old amount", "new amount", "element", "why");
    private static final int ALL = 10_000;

    private CasesFile() {}

    static ResponseEntity<String> of(WhatIfRun run, WhatIf whatIf, String reader) {
        List<List<String>> lines = new ArrayList<>(List.of(COLUMNS));
        for (CaseList list : CaseList.values()) {
            whatIf.cases(run.id(), list, 0, ALL, reader).forEach(one -> lines(list, one)
                    .forEach(line ->
                            lines.add(line.stream().map(CasesFile::harmless).toList())));
        }
        return ResponseEntity.ok()
                .contentType(CSV_TYPE)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("redress-what-if-" + run.id() + ".csv")
                                .build()
                                .toString())
                .body(text(lines));
    }

    /** A line for each change; the money stands in the first, so that a column can be added up. */
    private static Stream<List<String>> lines(CaseList list, ListedCase one) {
        List<List<String>> lines = new ArrayList<>();
        int height = Math.max(1, Math.max(one.changes().size(), one.money().size()));
        for (int i = 0; i < height; i++) {
            AnswerChange change = i < one.changes().size() ? one.changes().get(i) : new AnswerChange("", "", "", "");
            Amount money = i < one.money().size() ? one.money().get(i) : new Amount("", "", "");
            lines.add(List.of(
                    one.caseNumber(),
                    list.name().toLowerCase(java.util.Locale.ROOT),
                    change.table(),
                    change.what(),
                    change.old(),
                    change.now(),
                    money.currency(),
                    money.old(),
                    money.now(),
                    one.element() == null ? "" : one.element(),
                    one.why() == null ? "" : one.why()));
        }
        return lines.stream();
    }

    private static String text(List<List<String>> lines) {
        try {
            return CSV.writer(LINES).writeValueAsString(lines);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String harmless(String cell) {
        return cell.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + cell : cell;
    }
}
