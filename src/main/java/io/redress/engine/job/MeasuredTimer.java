package io.redress.engine.job;

import java.util.List;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.TimerCatchIntermediateEventJobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.TimerEventJobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.TimerExecuteNestedActivityJobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.TimerStartEventJobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.TimerStartEventSubprocessJobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.TimerTaskListenerJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;

/**
 * A handler that fires a timer as the engine would, and has its lateness measured. The handler is the one place where
 * the engine still knows when the timer was due: a listener in the diagram sees only that it fired.
 *
 * <p>It has to be one of the engine's own types, because repeating timers are repeated only for these.
 */
public class MeasuredTimer extends TimerEventJobHandler {

    private final TimerEventJobHandler timer;
    private final TimerLateness lateness;

    private MeasuredTimer(TimerEventJobHandler timer, TimerLateness lateness) {
        this.timer = timer;
        this.lateness = lateness;
    }

    /** Every kind of timer that a diagram can have; each takes the place of the engine's own. */
    public static List<MeasuredTimer> all(TimerLateness lateness) {
        return List.of(
                new MeasuredTimer(new TimerCatchIntermediateEventJobHandler(), lateness),
                new MeasuredTimer(new TimerExecuteNestedActivityJobHandler(), lateness),
                new MeasuredTimer(new TimerStartEventJobHandler(), lateness),
                new MeasuredTimer(new TimerStartEventSubprocessJobHandler(), lateness),
                new MeasuredTimer(new TimerTaskListenerJobHandler(), lateness));
    }

    @Override
    public String getType() {
        return timer.getType();
    }

    @Override
    public void execute(
            TimerJobConfiguration configuration, ExecutionEntity execution, CommandContext context, String tenant) {
        JobEntity job = context.getCurrentJob();
        if (job != null) {
            lateness.firing(job);
        }
        timer.execute(configuration, execution, context, tenant);
    }

    @Override
    public TimerJobConfiguration newConfiguration(String canonical) {
        return timer.newConfiguration(canonical);
    }

    @Override
    public void onDelete(TimerJobConfiguration configuration, JobEntity job) {
        timer.onDelete(configuration, job);
    }
}
