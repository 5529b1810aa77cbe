package io.redress.remedy.web;

import io.redress.remedy.web.ReportView.ItemView;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The report as a file for a spreadsheet (RFC 4180). A cell never begins like a formula. */
final class ReportCsv {

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
        return Stream.concat(Stream.of(line(COLUMNS.stream())), items.stream().map(ReportCsv::line))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String line(ItemView item) {
        return line(Stream.of(
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
                item.approvedBy()));
    }

    private static String line(Stream<?> cells) {
        return cells.map(cell -> cell(Objects.toString(cell, ""))).collect(Collectors.joining(","));
    }

    private static String cell(String text) {
        String harmless = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
        return "\"" + harmless.replace("\"", "\"\"") + "\"";
    }
}
