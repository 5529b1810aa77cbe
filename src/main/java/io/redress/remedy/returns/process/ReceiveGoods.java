package io.redress.remedy.returns.process;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.core.input.RefusedInput;
import io.redress.core.staff.People;
import io.redress.core.text.EnumWords;
import io.redress.engine.port.ComplaintVariables;
import io.redress.engine.step.StepContract;
import io.redress.engine.task.FormReader;
import io.redress.engine.task.ReadForm;
import io.redress.engine.task.ReadsForm;
import io.redress.engine.task.SubmittedForm;
import io.redress.remedy.returns.GoodsReturn;
import io.redress.remedy.returns.GoodsReturn.Condition;
import io.redress.remedy.returns.GoodsReturns;
import io.redress.remedy.returns.GoodsReturns.CameBack;
import io.redress.remedy.returns.WayBack;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * The listener of the task <i>Receive goods</i>: takes what came back and in what condition. The form asks for one
 * condition, and piece by piece what is missing and what is as described after all.
 */
@Component
@StepContract(reads = "returnId")
@ReadsForm("receiveGoods")
class ReceiveGoods implements TaskListener, FormReader {

    private static final ReadForm FORM = ReadForm.of("receiveGoods")
            .choice("condition", Condition.class)
            .takes("note")
            .needs("piecesDiffer", "missingPieces", "describedPieces");

    private static final String MISSING = "missingPieces";
    private static final String DESCRIBED = "describedPieces";

    private final GoodsReturns returns;
    private final People people;

    ReceiveGoods(GoodsReturns returns, People people) {
        this.returns = returns;
        this.people = people;
    }

    @Override
    public ReadForm form() {
        return FORM;
    }

    @Override
    public void notify(DelegateTask task) {
        Map<String, Object> form = SubmittedForm.take(task, FORM.fields());
        Condition condition = EnumWords.constant(Condition.class, SubmittedForm.text(form, "condition"))
                .orElseThrow(
                        () -> new RefusedInput("condition", "Choose one of " + EnumWords.words(Condition.class) + "."));
        CaseNumber caseNumber = ComplaintVariables.caseNumber(task);
        GoodsReturn goods = returns.get(UUID.fromString(ComplaintVariables.RETURN_ID.get(task)));
        List<CameBack> pieces = Boolean.TRUE.equals(form.get("piecesDiffer"))
                ? returns.pieces(goods).stream()
                        .map(piece -> cameBack(piece, form, condition))
                        .toList()
                : List.of();
        returns.received(caseNumber, condition, pieces, SubmittedForm.text(form, "note"), people.currentUserId());
    }

    private static CameBack cameBack(WayBack piece, Map<String, Object> form, Condition condition) {
        int came = piece.quantity() - ticked(form, MISSING, piece);
        boolean described = came > 0 && ticked(form, DESCRIBED, piece) >= came;
        return new CameBack(piece.line(), came, described ? Condition.AS_DESCRIBED : condition);
    }

    /** How many pieces of a line are ticked; each is called by its line and its place in it, such as {@code 2-1}. */
    private static int ticked(Map<String, Object> form, String field, WayBack piece) {
        String ticks = String.valueOf(form.get(field));
        return (int) Pattern.compile("\\b" + piece.line() + "-\\d+\\b")
                .matcher(ticks)
                .results()
                .map(tick -> tick.group())
                .distinct()
                .count();
    }
}
