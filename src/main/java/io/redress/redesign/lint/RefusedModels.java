package io.redress.redesign.lint;

import io.redress.core.input.Problem;
import io.redress.core.input.RefusedInput;
import java.util.List;
import java.util.Locale;

/** The refusal of a draft because of what was found wrong with it. */
public class RefusedModels extends RefusedInput {

    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    /** @param findings at least one */
    public RefusedModels(List<Finding> findings, FindingTexts texts) {
        super(findings.stream().map(finding -> problem(finding, texts)).toList());
        this.findings = List.copyOf(findings);
    }

    private static Problem problem(Finding finding, FindingTexts texts) {
        return new Problem(
                finding.file().isEmpty() ? "file" : finding.file(),
                texts.of(finding, Locale.ENGLISH).message());
    }

    /** What is wrong, errors first. */
    public List<Finding> findings() {
        return findings;
    }
}
