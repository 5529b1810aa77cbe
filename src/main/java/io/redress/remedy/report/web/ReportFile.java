package io.redress.remedy.report.web;

import io.redress.remedy.report.PaymentReport.Days;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The report as a download. */
final class ReportFile {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private ReportFile() {}

    static ResponseEntity<String> of(StopSwitchViews views, Days days) {
        String name = "redress-" + days.from() + "-" + days.to() + ".csv";
        return ResponseEntity.ok()
                .contentType(CSV)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(ReportCsv.of(views.all(days)));
    }
}
