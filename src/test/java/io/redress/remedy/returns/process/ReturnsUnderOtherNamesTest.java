package io.redress.remedy.returns.process;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.core.staff.People;
import io.redress.engine.task.RedrawnTask;
import io.redress.remedy.returns.Deductions;
import io.redress.remedy.returns.GoodsReturns;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.junit.jupiter.api.Test;

/** Whether goods are here is what the task's diagram says by an input parameter, whatever the task is called there. */
class ReturnsUnderOtherNamesTest {

    private static final CaseNumber CASE = new CaseNumber("C-2026-000001");
    private static final UUID RETURN = UUID.fromString("00000000-0000-0000-0000-000000000001");

    private final GoodsReturns returns = mock();
    private final SettleReturn settle = new SettleReturn(returns, mock(Deductions.class), mock(People.class));

    @Test
    void goodsAreHereWhereTheDiagramSaysSo() {
        DelegateTask here = task("step_ten", "goods", "here", Map.of("returnChoice", "close"));

        settle.notify(here);

        verify(returns).close(RETURN, true, null, null);
        assertThatThrownBy(() -> settle.notify(task("step_ten", "goods", "here", Map.of("returnChoice", "wait"))))
                .hasMessageContaining("here already");
    }

    @Test
    void goodsAreMissingWhereTheDiagramSaysSo() {
        assertThatThrownBy(() -> settle.notify(
                        task("userTask_assessGoods", "goods", "missing", Map.of("returnChoice", "deduct"))))
                .hasMessageContaining("Nothing has come yet");
        assertThatCode(() -> settle.notify(task("step_ten", "goods", "missing", Map.of("returnChoice", "wait"))))
                .doesNotThrowAnyException();
        verify(returns).waitLonger(RETURN, null);
    }

    @Test
    void goodsOfADiagramOfOldAreReadAsBefore() {
        settle.notify(task("userTask_assessGoods", null, null, Map.of("returnChoice", "close")));
        verify(returns).close(RETURN, true, null, null);

        settle.notify(task("userTask_goodsNeverCame", null, null, Map.of("returnChoice", "close")));
        verify(returns).close(RETURN, false, null, null);
    }

    private static DelegateTask task(String id, String parameter, String said, Map<String, String> form) {
        Map<String, String> entered = new HashMap<>(form);
        entered.put("returnId", RETURN.toString());
        return RedrawnTask.of(id, CASE, parameter, said, entered);
    }
}
