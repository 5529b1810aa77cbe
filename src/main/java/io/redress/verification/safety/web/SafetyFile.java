package io.redress.verification.safety.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.redress.verification.safety.web.SafetyView.DutyView;
import io.redress.verification.safety.web.SafetyView.RowView;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The safety register as a file for a spreadsheet. A cell never begins like a formula. */
final class SafetyFile {

    private static final MediaType CSV_TYPE = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final CsvMapper CSV = new CsvMapper();
    private static final List<String> COLUMNS = List.of(
            "id",
            "caseNumber",
            "article",
            "batch",
            "hazard",
            "injury",
            "reportedAt",
            "told",
            "duty",
            "dutyDueAt",
            "dutyState",
            "authority",
            "authorityToldAt",
            "struckAt",
            "struckBy",
            "struckBecause");
    private static final CsvSchema SCHEMA = CsvSchema.builder()
            .addColumns(COLUMNS, CsvSchema.ColumnType.STRING)
            .setUseHeader(true)
            .setLineSeparator("\r\n")
            .build();

    private SafetyFile() {}

    static ResponseEntity<String> of(SafetyView register) {
        return ResponseEntity.ok()
                .contentType(CSV_TYPE)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("redress-safety-register.csv")
                                .build()
                                .toString())
                .body(text(register));
    }

    private static String text(SafetyView register) {
        List<List<String>> rows =
                register.items().stream().map(SafetyFile::cells).toList();
        try {
            return CSV.writer(SCHEMA).writeValueAsString(rows);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<String> cells(RowView row) {
        String told = row.told().stream().map(one -> one.to() + " " + one.at()).collect(Collectors.joining("; "));
        return Stream.of(
                        row.id(),
                        row.caseNumber(),
                        row.article(),
                        row.batch(),
                        row.hazard(),
                        row.injury(),
                        time(row.reportedAt()),
                        told,
                        each(row, DutyView::clock),
                        each(row, duty -> time(duty.dueAt())),
                        each(row, DutyView::state),
                        row.authority(),
                        time(row.authorityToldAt()),
                        time(row.struckAt()),
                        row.struckBy(),
                        row.struckBecause())
                .map(SafetyFile::harmless)
                .toList();
    }

    private static String each(RowView row, java.util.function.Function<DutyView, String> what) {
        return row.duties().stream().map(what).collect(Collectors.joining("; "));
    }

    private static String time(OffsetDateTime at) {
        return Objects.toString(at, "");
    }

    private static String harmless(String cell) {
        String text = cell == null ? "" : cell;
        return text.matches("(?s)\\s*[=+\\-@\\t\\r].*") ? "'" + text : text;
    }
}
