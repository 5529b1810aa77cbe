package io.redress.redesign.gate;

import io.redress.core.text.EnumWords;
import io.redress.redesign.lint.Finding;
import io.redress.redesign.lint.FindingTexts;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;

/** A finding as the API tells it, in the language of whoever asks. */
@Schema(name = "ModelFinding")
public record FindingView(
        @Schema(description = "The file's name.") String file,

        @Schema(description = "The id of the element; missing where it is about the whole file.")
        String element,

        @Schema(description = "The row of a decision table, from 1.")
        Integer row,

        @Schema(description = "The rule that is broken.") String rule,

        @Schema(
                allowableValues = {"error", "warning"},
                description = "An error is not let in.")
        String severity,

        @Schema(description = "What is wrong.") String message,

        @Schema(description = "What a customer or the house would suffer.")
        String harm,

        @Schema(description = "How to put it right.") String mend) {

    /** @param locale German for any German, English for everything else */
    public static FindingView of(Finding finding, FindingTexts texts, Locale locale) {
        var sentences = texts.of(finding, locale);
        return new FindingView(
                finding.file(),
                finding.element(),
                finding.row(),
                finding.rule(),
                EnumWords.word(finding.severity()),
                sentences.message(),
                sentences.harm(),
                sentences.mend());
    }
}
