package io.redress.engine.port;

import io.redress.complaint.timeline.CaseNumber;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** The process {@code goodsReturn}, which awaits goods that come back to us. */
@Component
public class GoodsReturnProcess implements SentMessages {

    private static final String GOODS_MOVED = "redress.goodsMoved";

    private final RuntimeService runtime;
    private final SideProcesses beside;

    GoodsReturnProcess(RuntimeService runtime, SideProcesses beside) {
        this.runtime = runtime;
        this.beside = beside;
    }

    /** Brings goods of a case back to us. @param returnId an id of our own */
    public void start(CaseNumber caseNumber, String returnId) {
        beside.start(caseNumber, "goodsReturn", Map.of(ComplaintVariables.RETURN_ID.name(), returnId));
    }

    /** Tells the process that awaits goods that there is news about them. */
    public void moved(String returnId) {
        SideProcesses.correlate(runtime.createMessageCorrelation(GOODS_MOVED)
                .processInstanceVariableEquals(ComplaintVariables.RETURN_ID.name(), returnId));
    }

    @Override
    public Set<String> messages() {
        return Set.of(GOODS_MOVED);
    }
}
