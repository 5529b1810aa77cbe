package io.redress.engine.port;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;

/**
 * The questions that timers ask a bean to learn when they are due, such as {@code ladder.nextRungAt(}. By these a timer
 * is known, whatever its diagram calls it.
 */
@Component
public class TimerQuestions {

    private final ManagementService management;

    /** When each deployed timer is due, in its diagram's words, which never change. */
    private final Map<String, String> dates = new ConcurrentHashMap<>();

    TimerQuestions(ManagementService management) {
        this.management = management;
    }

    /** Whether a timer asks this in its expression. */
    public boolean asks(Job timer, String question) {
        return dates.computeIfAbsent(timer.getJobDefinitionId(), id -> management
                        .createJobDefinitionQuery()
                        .jobDefinitionId(id)
                        .singleResult()
                        .getJobConfiguration())
                .contains(question);
    }
}
