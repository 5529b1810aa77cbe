package io.redress.complaint.recognition.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.complaint.recognition.Recognition;
import io.redress.complaint.recognition.RecognitionResult;
import io.redress.complaint.recognition.web.TextsToRead.Text;
import io.redress.core.text.EnumWords;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
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
    private final ManagersOnly managers;

    DangerCheckController(Recognition recognition, ManagersOnly managers) {
        this.recognition = recognition;
        this.managers = managers;
    }

    @Schema(name = "DangerCheckText")
    private record TextView(
            @Schema(description = "At most 20,000 characters", requiredMode = Schema.RequiredMode.REQUIRED)
            String text,

            @Schema(
                    description =
                            "The language that the text is probably in, such as de or zh-Hant; English, German and"
                                    + " Chinese are always read")
            String language) {}

    @Schema(name = "DangerCheck")
    record Check(
            @ArraySchema(
                    arraySchema = @Schema(description = "At most 100 texts and 200,000 characters"),
                    schema = @Schema(implementation = TextView.class))
            JsonNode texts) {}

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
    @Operation(summary = "Try what texts would be found to say; nothing is stored")
    Result check(@RequestBody Check check, Principal manager) {
        managers.require(manager);
        List<Text> texts = TextsToRead.of(check.texts());
        return new Result(texts.stream()
                .map(text -> Item.of(recognition.read(text.text(), text.language())))
                .toList());
    }
}
