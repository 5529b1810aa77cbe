package io.redress.remedy.returns.process;

import io.redress.core.text.EnumWords;
import io.redress.engine.port.ComplaintVariables;
import io.redress.engine.step.StepContract;
import io.redress.engine.step.Writes;
import io.redress.remedy.returns.GoodsReturns;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The step <i>Check return</i>: looks where goods are that come back; the diagram asks how it goes on. */
@Component
@StepContract(
        reads = "returnId",
        writes = {@Writes(value = "returnState", of = GoodsReturns.State.class), @Writes("refundWaits")})
class CheckReturn implements JavaDelegate {

    private final GoodsReturns returns;

    CheckReturn(GoodsReturns returns) {
        this.returns = returns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID id = UUID.fromString(ComplaintVariables.RETURN_ID.get(execution));
        ComplaintVariables.RETURN_STATE.set(execution, EnumWords.word(returns.check(id)));
        ComplaintVariables.REFUND_WAITS.set(execution, returns.isRefundDue(id));
    }
}
