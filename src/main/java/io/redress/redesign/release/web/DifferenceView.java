package io.redress.redesign.release.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.redress.core.text.EnumWords;
import io.redress.redesign.difference.Change;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What differs between a version of a file and the one whose place it took, as the API shows it. */
@Schema(name = "ModelDifference")
@JsonInclude(JsonInclude.Include.ALWAYS)
record DifferenceView(
        @Schema(description = "The version whose place this one took; null where it was the first.", nullable = true)
        Integer before,

        @Schema(description = "What differs; empty where only the drawing does.")
        List<ChangeView> items) {

    @Schema(name = "ModelChange")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record ChangeView(
            @Schema(allowableValues = {"added", "removed", "changed"})
            String kind,

            @Schema(allowableValues = {"file", "element", "decision", "column", "row", "field"})
            String part,

            @Schema(description = "Of the element, the rule or the field.")
            String id,

            @Schema(description = "Such as serviceTask or textfield; empty for rows and columns.")
            String type,

            @Schema(description = "As people read it; empty where it has none.")
            String name,

            @Schema(description = "The number of a row, from 1; null for everything else.", nullable = true)
            Integer row,

            List<DetailView> details) {}

    @Schema(name = "ModelDetail")
    record DetailView(
            @Schema(description = "An attribute, a cell's column, a field's property.")
            String what,

            @Schema(description = "Empty where it was missing.")
            String from,

            @Schema(description = "Empty where it is missing.")
            String to) {}

    static DifferenceView of(Integer before, List<Change> changes) {
        return new DifferenceView(
                before, changes.stream().map(DifferenceView::view).toList());
    }

    private static ChangeView view(Change change) {
        return new ChangeView(
                EnumWords.word(change.kind()),
                EnumWords.word(change.part()),
                change.id(),
                change.type(),
                change.name(),
                change.row(),
                change.details().stream()
                        .map(detail -> new DetailView(detail.what(), detail.from(), detail.to()))
                        .toList());
    }
}
