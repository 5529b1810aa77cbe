package io.redress.engine;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;

/** Knows whether the engine will try a step again. */
@Component
public class LastAttempt {

    private final ManagementService management;

    LastAttempt(ManagementService management) {
        this.management = management;
    }

    /** Whether no attempt follows this one, so that a step may end differently instead of failing for good. */
    public boolean isThis(DelegateExecution execution) {
        Job job = management
                .createJobQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .activityId(execution.getCurrentActivityId())
                .messages()
                .singleResult();
        return job != null && job.getRetries() <= 1;
    }
}
