package io.redress.redesign.gate.web;

import io.redress.core.input.RefusedInput;
import io.redress.redesign.gate.FindingView;
import io.redress.redesign.lint.FindingTexts;
import io.redress.redesign.lint.Lint;
import io.redress.redesign.model.ModelFile;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The API by which managers learn what is wrong with models before they are live. */
@RestController
@RequestMapping("/api/redesign")
@Tag(name = "Redesign")
class CheckController {

    private final Lint lint;
    private final FindingTexts texts;

    CheckController(Lint lint, FindingTexts texts) {
        this.lint = lint;
        this.texts = texts;
    }

    @Schema(name = "ModelFindings")
    record Findings(
            @Schema(description = "Errors first; empty where nothing is wrong.")
            List<FindingView> findings) {}

    @PostMapping("/check")
    @Operation(
            operationId = "checkModels",
            summary = "Check diagrams, tables and forms without deploying them",
            description = "Each file in a part named file. They are looked at together with all live models that they"
                    + " would work with. In English, or in German where Accept-Language says so.")
    Findings check(
            @RequestParam(name = "file", required = false) List<MultipartFile> files,
            Locale locale,
            Principal manager) {
        if (files == null || files.isEmpty()) {
            throw new RefusedInput("file", "Attach the models to check, each in a part named “file”.");
        }
        List<ModelFile> draft = files.stream().map(ModelFile::uploaded).toList();
        return new Findings(lint.check(draft).stream()
                .map(finding -> FindingView.of(finding, texts, locale))
                .toList());
    }
}
