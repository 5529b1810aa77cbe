package io.redress.intake.api.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.core.http.JsonFields;
import io.redress.core.http.LimitedBody;
import io.redress.core.input.Problem;
import io.redress.core.input.RefusedInput;
import io.redress.core.text.EnumWords;
import io.redress.intake.registration.Attempts;
import io.redress.intake.registration.CaseAccess;
import io.redress.remedy.returns.GoodsReturn.Condition;
import io.redress.remedy.returns.GoodsReturns;
import io.redress.remedy.returns.GoodsReturns.CameBack;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The API by which the warehouse reports goods that have come back. */
@RestController
@Tag(name = "Complaints")
class ReturnsController {

    private final CaseAccess access;
    private final GoodsReturns returns;

    ReturnsController(CaseAccess access, GoodsReturns returns) {
        this.access = access;
        this.returns = returns;
    }

    @Schema(name = "GoodsCameBack")
    record Report(
            @Schema(
                    description = "In what condition they came.",
                    allowableValues = {"as_described", "used", "damaged", "wrong", "empty"})
            String condition,

            @Schema(
                    description =
                            "What came of each line of the order; a line that is not named did not come. Without it "
                                    + "everything came, in the condition that is named.")
            List<Piece> pieces,

            @Schema(description = "For colleagues.", maxLength = 2_000)
            String note) {}

    @Schema(name = "PieceCameBack")
    record Piece(
            @Schema(description = "The line of the order.", example = "1")
            Integer line,

            @Schema(description = "How many pieces of it came.", example = "1", minimum = "1")
            Integer quantity,

            @Schema(allowableValues = {"as_described", "used", "damaged", "wrong"})
            String condition) {}

    @PostMapping("/api/complaints/{caseNumber}/returns")
    @Operation(
            summary = "Report goods that came back",
            description = "May be repeated; the first report counts. 409 where no goods of this case are awaited.",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = Report.class))))
    ResponseEntity<ProblemDetail> cameBack(
            @PathVariable String caseNumber, HttpServletRequest request, Principal client) throws IOException {
        CaseNumber number = access.forWarehouse(caseNumber, client.getName()).number();
        JsonNode body = JsonFields.parse(LimitedBody.of(request));
        List<Problem> problems = new ArrayList<>();
        JsonFields fields = JsonFields.of(body, Set.of("condition", "pieces", "note"), problems);
        String word = fields.text("condition", 20);
        String note = fields.text("note", 2_000);
        Condition condition = EnumWords.constant(Condition.class, word).orElse(null);
        List<CameBack> pieces =
                fields.list("pieces", Set.of("line", "quantity", "condition"), ReturnsController::piece);
        if (condition == null && problems.isEmpty()) {
            problems.add(new Problem("condition", "Must be one of " + EnumWords.words(Condition.class) + "."));
        }
        if (!problems.isEmpty()) {
            throw new RefusedInput(problems);
        }
        if (Attempts.of(() -> returns.received(number, condition, pieces, note, client.getName()))) {
            return ResponseEntity.accepted().build();
        }
        return ResponseEntity.of(
                        ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, "No goods of this case are awaited."))
                .build();
    }

    private static CameBack piece(JsonFields fields) {
        Integer line = fields.quantity("line");
        Integer quantity = fields.quantity("quantity");
        Condition condition = fields.word("condition", Condition.class);
        if (condition == null || condition == Condition.EMPTY) {
            fields.refuse("condition", "Say in what condition the pieces came.");
        }
        return line == null || quantity == null ? null : new CameBack(line, quantity, condition);
    }
}
