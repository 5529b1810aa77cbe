package io.redress.remedy.report.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.redress.remedy.report.web.ReportView.ItemView;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The report as a file for a spreadsheet. A cell never begins like a formula. */
final class ReportCsv {

    private static final CsvMapper CSV = CsvMapper.csvBuilder()
            .enable(CsvGenerator.Feature.ALWAYS_QUOTE_STRINGS)
            .build();
    private static final CsvSchema LINES = CsvSchema.emptySchema().withLineSeparator("\r\n");
    private static final List<String> COLUMNS = List.of(
            "case",
            "decided at",
            "kind",
            "currency",
            "amount",
            "state",
            "decided by",
            "basis",
            "approver",
            "rule",
            "approved by");

    private ReportCsv() {}

    static String of(List<ItemView> items) {
        List<List<String>> lines = Stream.concat(
                        Stream.of(COLUMNS), items.stream().map(ReportCsv::line))
                .toList();
        try {
            return CSV.writer(LINES).writeValueAsString(lines);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<String> line(ItemView item) {
        return Stream.of(
                        item.caseNumber(),
                        item.decidedAt(),
                        item.kind(),
                        item.currency(),
                        item.amount(),
                        item.state(),
                        item.decidedBy(),
                        item.basis(),
                        item.approver(),
                        item.rule(),
                        item.approvedBy())
                .map(cell -> harmless(Objects.toString(cell, "")))
                .toList();
    }

    private static String harmless(String cell) {
        return cell.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + cell : cell;
    }
}
