package io.redress.remedy.returns.process;

import io.redress.core.input.RefusedInput;
import io.redress.core.staff.People;
import io.redress.core.text.EnumWords;
import io.redress.engine.job.Skippable;
import io.redress.engine.port.ComplaintVariables;
import io.redress.engine.step.StepContract;
import io.redress.engine.step.Writes;
import io.redress.engine.task.FormReader;
import io.redress.engine.task.NeedsParameter;
import io.redress.engine.task.ReadForm;
import io.redress.engine.task.ReadsForm;
import io.redress.engine.task.StepParameters;
import io.redress.engine.task.SubmittedForm;
import io.redress.remedy.returns.Deductions;
import io.redress.remedy.returns.GoodsReturns;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * The listener of the tasks <i>Goods never came</i> and <i>Assess goods</i>: takes what a person decided about goods
 * that never came, or came in another condition than described.
 */
@Component
@StepContract(
        reads = "returnId",
        writes = {@Writes(value = "returnChoice", of = SettleReturn.Choice.class), @Writes("approvalNeeded")})
@NeedsParameter(
        value = SettleReturn.GOODS,
        words = {SettleReturn.HERE, SettleReturn.MISSING})
@Skippable(value = Skippable.When.NEVER, because = "decides about goods and the money that waits for them")
@ReadsForm("settleReturn")
class SettleReturn implements TaskListener, FormReader {

    private static final ReadForm FORM = ReadForm.of("settleReturn")
            .choice("returnChoice", Choice.class)
            .needs("deduction", "deductionReason")
            .takes("note");

    static final String GOODS = "goods";
    static final String HERE = "here";
    static final String MISSING = "missing";

    /** The task of diagrams that were let in before they had to say where the goods are; their cases go on in them. */
    private static final String HERE_BEFORE = "userTask_assessGoods";

    private static final int LONGEST_REASON = 2_000;

    private final GoodsReturns returns;
    private final Deductions deductions;
    private final People people;

    SettleReturn(GoodsReturns returns, Deductions deductions, People people) {
        this.returns = returns;
        this.deductions = deductions;
        this.people = people;
    }

    enum Choice {
        WAIT,
        CLOSE,
        /** What waits for the goods is paid in full. */
        PAY,
        /** What waits for the goods is paid, less an amount. */
        DEDUCT
    }

    @Override
    public ReadForm form() {
        return FORM;
    }

    @Override
    public void notify(DelegateTask task) {
        Map<String, Object> form = SubmittedForm.take(task, FORM.fields());
        Choice choice = EnumWords.constant(Choice.class, SubmittedForm.text(form, "returnChoice"))
                .orElseThrow(
                        () -> new RefusedInput("returnChoice", "Choose one of " + EnumWords.words(Choice.class) + "."));
        boolean goodsAreHere = goodsAreHere(task);
        if (goodsAreHere && choice == Choice.WAIT) {
            throw new RefusedInput("returnChoice", "The goods are here already; close the return.");
        }
        if (!goodsAreHere && choice == Choice.DEDUCT) {
            throw new RefusedInput("returnChoice", "Nothing has come yet that anything could be kept back for.");
        }
        boolean approvalNeeded = settle(task, form, choice, goodsAreHere);
        ComplaintVariables.RETURN_CHOICE.set(task, EnumWords.word(choice));
        ComplaintVariables.APPROVAL_NEEDED.set(task, approvalNeeded);
    }

    private static boolean goodsAreHere(DelegateTask task) {
        return StepParameters.of(task, GOODS).map(HERE::equals).orElseGet(() -> task.getTaskDefinitionKey()
                .equals(HERE_BEFORE));
    }

    /** @return whether another person has to agree */
    private boolean settle(DelegateTask task, Map<String, Object> form, Choice choice, boolean goodsAreHere) {
        UUID id = UUID.fromString(ComplaintVariables.RETURN_ID.get(task));
        String person = people.currentUserId();
        String note = SubmittedForm.text(form, "note");
        switch (choice) {
            case WAIT -> returns.waitLonger(id, person);
            case CLOSE -> returns.close(id, goodsAreHere, person, note);
            case PAY -> returns.pay(id, person, note);
            case DEDUCT -> {
                String reason = SubmittedForm.text(form, "deductionReason", LONGEST_REASON);
                return deductions.ask(id, form.get("deduction"), reason, person);
            }
        }
        return false;
    }
}
