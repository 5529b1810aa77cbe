package io.redress.engine.settings;

import io.redress.engine.job.PutBack;
import java.util.Set;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.impl.bpmn.helper.BpmnProperties;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.history.HistoryLevelFull;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/**
 * The engine's full history without what the case keeps in a better way, and which would be a third of all that a case
 * writes: the rows for each time a variable is written, for a job that is made, given up or put back, for a gateway, and
 * for what a decision table was asked and answered, which stands on the case's tape. What a variable was last is kept,
 * and so is every step and every attempt of a job. It has the name and number of the engine's own level, so that it
 * fits a database that was begun with that one.
 */
final class CaseHistory extends HistoryLevelFull {

    private static final Set<HistoryEventType> LEFT_OUT = Set.of(
            HistoryEventTypes.VARIABLE_INSTANCE_UPDATE_DETAIL,
            HistoryEventTypes.JOB_CREATE,
            HistoryEventTypes.JOB_DELETE,
            HistoryEventTypes.DMN_DECISION_EVALUATE);

    private static final Set<HistoryEventType> STEP =
            Set.of(HistoryEventTypes.ACTIVITY_INSTANCE_START, HistoryEventTypes.ACTIVITY_INSTANCE_END);

    /** These decide or gather and never stand still, except for the branches that one of them joins. */
    private static final Set<String> GATEWAYS =
            Set.of(ActivityTypes.GATEWAY_EXCLUSIVE, ActivityTypes.GATEWAY_INCLUSIVE, ActivityTypes.GATEWAY_PARALLEL);

    @Override
    public boolean isHistoryEventProduced(HistoryEventType type, Object entity) {
        boolean putBack = type == HistoryEventTypes.JOB_FAIL && PutBack.isUnderWay();
        return type == null || !LEFT_OUT.contains(type) && !putBack && !(STEP.contains(type) && isGateway(entity));
    }

    private static boolean isGateway(Object entity) {
        return entity instanceof ExecutionEntity execution
                && execution.getActivity() != null
                && GATEWAYS.contains(execution.getActivity().getProperty(BpmnProperties.TYPE.getName()));
    }

    /** The engine asks in this way whether incidents and identity links have a history. */
    @Override
    public boolean equals(Object other) {
        return other instanceof HistoryLevelFull;
    }

    @Override
    public int hashCode() {
        return HistoryLevel.HISTORY_LEVEL_FULL.hashCode();
    }
}
