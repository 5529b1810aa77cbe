package io.redress.insight.register.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.redress.insight.register.web.RegisterView.LineView;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The register of promises as a file for a spreadsheet. A cell never begins like a formula. */
final class RegisterFile {

    private static final MediaType CSV_TYPE = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final CsvMapper CSV = new CsvMapper();
    private static final CsvSchema COLUMNS = CsvSchema.builder()
            .addColumns(
                    List.of(
                            "month",
                            "team",
                            "kind",
                            "kept",
                            "broken",
                            "open",
                            "released",
                            "medianLateMinutes",
                            "medianLateWorkingMinutes",
                            // New columns stand last, for those who count them.
                            "paused"),
                    CsvSchema.ColumnType.NUMBER_OR_STRING)
            .setUseHeader(true)
            .setLineSeparator("\r\n")
            .build();

    private RegisterFile() {}

    static ResponseEntity<String> of(RegisterView register) {
        String name = "redress-promises-" + register.from() + "-" + register.to() + ".csv";
        return ResponseEntity.ok()
                .contentType(CSV_TYPE)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(text(register));
    }

    private static String text(RegisterView register) {
        List<LineView> lines =
                register.items().stream().map(RegisterFile::harmless).toList();
        try {
            return CSV.writer(COLUMNS).writeValueAsString(lines);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A team's name is a manager's own, from a table. */
    private static LineView harmless(LineView line) {
        String team = line.team().matches("(?s)[=+\\-@\\t\\r].*") ? "'" + line.team() : line.team();
        return new LineView(
                line.month(),
                team,
                line.kind(),
                line.kept(),
                line.broken(),
                line.open(),
                line.paused(),
                line.released(),
                line.medianLateMinutes(),
                line.medianLateWorkingMinutes());
    }
}
