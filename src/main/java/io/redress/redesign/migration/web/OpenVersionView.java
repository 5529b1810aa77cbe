package io.redress.redesign.migration.web;

import io.redress.redesign.gate.FindingView;
import io.redress.redesign.lint.FindingTexts;
import io.redress.redesign.migration.OpenVersion;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;

/** A version of a diagram by which open cases run, as the API shows it. */
@Schema(name = "OpenVersion")
record OpenVersionView(
        @Schema(description = "The key of the process.") String process,

        @Schema(description = "The label of the process.") String name,

        @Schema(description = "The id of the version.") int version,

        @Schema(description = "The name of its file.") String file,

        @Schema(description = "Whether what begins now uses it.")
        boolean live,

        @Schema(description = "How many cases run by it.") int cases,

        @Schema(description = "How many of them stand still, with a task “Mend case”.")
        int standing,

        @Schema(description = "What the check of today finds in it, errors first.")
        List<FindingView> findings) {

    static OpenVersionView of(OpenVersion open, FindingTexts texts, Locale locale) {
        return new OpenVersionView(
                open.process(),
                open.name(),
                open.version().id(),
                open.version().file(),
                open.version().live(),
                open.cases(),
                open.standing(),
                open.findings().stream()
                        .map(finding -> FindingView.of(finding, texts, locale))
                        .toList());
    }
}
