package io.redress.engine.settings;

import io.redress.engine.job.PutBack;
import java.util.Set;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.history.HistoryLevelFull;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;

/**
 * The engine's full history, except for the rows that it would write each time a variable is written, and when a job is
 * made, given up or put back. What a variable was last is kept, and so is every attempt of a job; what happened says
 * the case's timeline, and the rows would be a tenth of all that a case writes. It has the name and number of the engine's own
 * level, so that it fits a database that was begun with that one.
 */
final class CaseHistory extends HistoryLevelFull {

    private static final Set<HistoryEventType> LEFT_OUT = Set.of(
            HistoryEventTypes.VARIABLE_INSTANCE_UPDATE_DETAIL,
            HistoryEventTypes.JOB_CREATE,
            HistoryEventTypes.JOB_DELETE);

    @Override
    public boolean isHistoryEventProduced(HistoryEventType type, Object entity) {
        boolean putBack = type == HistoryEventTypes.JOB_FAIL && PutBack.isUnderWay();
        return type == null || !LEFT_OUT.contains(type) && !putBack;
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
