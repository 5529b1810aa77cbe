package io.redress.engine.port;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;

/**
 * The questions that timers ask a bean to learn when they are due, such as {@code ladder.nextRungAt(}. By these a timer
 * is known, whatever its diagram calls it.
 */
@Component
public class TimerQuestions {

    private final ManagementService management;

    /** What each timer of a deployed version is, by the engine's id of it; they never change. */
    private final Map<String, Map<String, JobDefinition>> known = new ConcurrentHashMap<>();

    TimerQuestions(ManagementService management) {
        this.management = management;
    }

    /** Whether a timer asks this in its expression. */
    public boolean asks(Job timer, String question) {
        return of(timer).getJobConfiguration().contains(question);
    }

    /** What its diagram says of a timer: by which event it waits, and when it is due. */
    public JobDefinition of(Job timer) {
        return timers(timer.getProcessDefinitionId()).get(timer.getJobDefinitionId());
    }

    /** Whether a version of a diagram has a timer at an event. */
    public boolean isAt(String processDefinition, String event) {
        return timers(processDefinition).values().stream()
                .anyMatch(timer -> timer.getActivityId().equals(event));
    }

    private Map<String, JobDefinition> timers(String processDefinition) {
        return known.computeIfAbsent(
                processDefinition, id -> management.createJobDefinitionQuery().processDefinitionId(id).list().stream()
                        .filter(definition -> definition.getJobType().startsWith("timer"))
                        .collect(Collectors.toUnmodifiableMap(JobDefinition::getId, definition -> definition)));
    }
}
