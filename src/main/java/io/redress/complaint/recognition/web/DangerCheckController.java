package io.redress.complaint.recognition.web;

import io.redress.complaint.recognition.Recognition;
import io.redress.complaint.recognition.RecognitionResult;
import io.redress.complaint.recognition.web.TextsToRead.Text;
import io.redress.core.request.ApiRequest;
import io.redress.core.text.EnumWords;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.security.Principal;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The API by which managers try out what would be recognised in texts. */
@RestController
@RequestMapping("/api/danger")
@Tag(name = "Danger")
class DangerCheckController {

    private final Recognition recognition;

    DangerCheckController(Recognition recognition) {
        this.recognition = recognition;
    }

    @Schema(name = "DangerCheckText")
    record TextView(
            @NotNull @Size(max = TextsToRead.LONGEST_TEXT) String text,

            @Schema(
                    description =
                            "The language that the text is probably in, such as de or zh-Hant; English, German and"
                                    + " Chinese are always read")
            String language) {}

    @Schema(name = "DangerCheck", description = "At most 200,000 characters together.")
    record Check(
            @NotNull(message = TextsToRead.EXPECTED)
            @Valid
            @Size(min = 1, max = TextsToRead.MOST_TEXTS, message = TextsToRead.EXPECTED)
            List<@NotNull TextView> texts)
            implements ApiRequest {}

    @Schema(name = "DangerCheckResult")
    record Result(List<Item> items) {}

    /** What one text says; {@code topics} in the words of the lexicon's files. */
    @Schema(name = "DangerCheckItem")
    record Item(
            @Schema(allowableValues = {"none", "possible", "certain"})
            String danger,

            @Schema(
                    description = "What was found, and in which of the text's words",
                    example = "[\"fire: \\\"caught fire\\\"\"]")
            List<String> why,

            @Schema(description = "What the text speaks of besides", example = "[\"lawyer\"]")
            List<String> topics) {

        static Item of(RecognitionResult recognised) {
            return new Item(
                    EnumWords.word(recognised.danger()),
                    recognised.why(),
                    recognised.topics().stream().map(EnumWords::word).sorted().toList());
        }
    }

    @PostMapping("/check")
    @Operation(operationId = "checkDanger", summary = "Try what texts would be found to say; nothing is stored")
    Result check(@RequestBody Check check, Principal manager) {
        List<Text> texts = TextsToRead.of(check.texts());
        return new Result(texts.stream()
                .map(text -> Item.of(recognition.read(text.text(), text.language())))
                .toList());
    }
}
