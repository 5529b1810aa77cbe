package io.redress.intake.api.web;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.core.database.Attempts;
import io.redress.core.http.LimitedBody;
import io.redress.core.request.RequestReader;
import io.redress.intake.registration.CaseAccess;
import io.redress.remedy.returns.GoodsReturn.Condition;
import io.redress.remedy.returns.GoodsReturns;
import io.redress.remedy.returns.GoodsReturns.CameBack;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.security.Principal;
import java.util.List;
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

    private static final int LONGEST_NOTE = 2_000;

    private final RequestReader requests;
    private final CaseAccess access;
    private final GoodsReturns returns;

    ReturnsController(RequestReader requests, CaseAccess access, GoodsReturns returns) {
        this.requests = requests;
        this.access = access;
        this.returns = returns;
    }

    @Schema(name = "GoodsCameBack")
    record Report(
            @NotNull @Schema(description = "In what condition they came.")
            Condition condition,

            @Valid
            @Size(max = ComplaintRequest.MOST_LISTED)
            @Schema(
                    description =
                            "What came of each line of the order; a line that is not named did not come. Without it "
                                    + "everything came, in the condition that is named.")
            List<@NotNull Piece> pieces,

            @Size(max = LONGEST_NOTE) @Schema(description = "For colleagues.")
            String note) {}

    /** In what condition a piece came that came. */
    enum PieceCondition {
        AS_DESCRIBED,
        USED,
        DAMAGED,
        WRONG
    }

    @Schema(name = "PieceCameBack")
    record Piece(
            @NotNull
            @Min(1)
            @Max(ComplaintRequest.MOST_PIECES)
            @Schema(description = "The line of the order.", example = "1")
            Integer line,

            @NotNull
            @Min(1)
            @Max(ComplaintRequest.MOST_PIECES)
            @Schema(description = "How many pieces of it came.", example = "1")
            Integer quantity,

            @NotNull(message = "Say in what condition the pieces came.")
            PieceCondition condition) {}

    @PostMapping("/api/complaints/{caseNumber}/returns")
    @Operation(
            operationId = "reportReturn",
            summary = "Report goods that came back",
            description =
                    "May be repeated; the first report counts. Systems that vouch for orders may tell it of any case.",
            requestBody =
                    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Report.class))))
    @ApiResponse(responseCode = "202", description = "Taken", content = @Content)
    @ApiResponse(
            responseCode = "409",
            description = "No goods of this case are awaited, or it moved on at the same moment")
    ResponseEntity<ProblemDetail> cameBack(
            @PathVariable String caseNumber, HttpServletRequest request, Principal client) throws IOException {
        CaseNumber number = access.forWarehouse(caseNumber, client.getName()).number();
        Report report = requests.read(LimitedBody.of(request), Report.class);
        List<CameBack> pieces = report.pieces() == null
                ? List.of()
                : report.pieces().stream().map(ReturnsController::piece).toList();
        if (Attempts.of(() -> returns.received(number, report.condition(), pieces, report.note(), client.getName()))) {
            return ResponseEntity.accepted().build();
        }
        return ResponseEntity.of(
                        ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, "No goods of this case are awaited."))
                .build();
    }

    private static CameBack piece(Piece piece) {
        return new CameBack(
                piece.line(),
                piece.quantity(),
                Condition.valueOf(piece.condition().name()));
    }
}
