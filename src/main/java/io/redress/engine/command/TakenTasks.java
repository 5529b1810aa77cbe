package io.redress.engine.command;

import io.redress.core.input.RefusedInput;
import io.redress.core.staff.People;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The message for somebody who comes second to a task: who has it, or has done it. */
@Component
public class TakenTasks {

    private static final Pattern NO_TASK =
            Pattern.compile("Cannot find task with id (.*): task is null", Pattern.DOTALL);

    private final ObjectProvider<HistoryService> history;
    private final ObjectProvider<People> people;

    TakenTasks(ObjectProvider<HistoryService> history, ObjectProvider<People> people) {
        this.history = history;
        this.people = people;
    }

    /** What to tell somebody whose work on a task failed in this way; empty where it failed for another reason. */
    Optional<RefusedInput> explain(RuntimeException failure) {
        if (failure instanceof TaskAlreadyClaimedException claimed) {
            return Optional.of(by(claimed.getTaskAssignee()));
        }
        var missing = NO_TASK.matcher(String.valueOf(failure.getMessage()));
        if (failure instanceof NullValueException && missing.find()) {
            return Optional.of(over(missing.group(1))
                    .map(RefusedInput.class::cast)
                    .orElseGet(() -> new RefusedInput("task", "There is no such task. Nothing was stored.")));
        }
        return isEnding(failure) ? Optional.of(TaskTaken.gone()) : Optional.empty();
    }

    /** What to tell somebody who wants a task that a colleague has. @param login of the colleague */
    public TaskTaken by(String login) {
        return TaskTaken.by(name(login));
    }

    /** What to tell somebody who works on a task that is over; empty where there never was such a task. */
    public Optional<TaskTaken> over(String taskId) {
        return history.getObject().createHistoricTaskInstanceQuery().taskId(taskId).list().stream()
                .findFirst()
                .map(this::over);
    }

    private TaskTaken over(HistoricTaskInstance task) {
        boolean done = "completed".equals(task.getDeleteReason()) && task.getAssignee() != null;
        return done ? TaskTaken.doneBy(name(task.getAssignee())) : TaskTaken.gone();
    }

    private String name(String login) {
        return people.getObject()
                .find(login)
                .map(person -> person.displayName() + " (" + login + ")")
                .orElse(login);
    }

    /** What the engine says where the task's process ends while the task is worked on. */
    private static boolean isEnding(RuntimeException failure) {
        return ExceptionUtils.stream(failure)
                .map(cause -> String.valueOf(cause.getMessage()))
                .anyMatch(said -> said.startsWith("Cannot restore state of process instance")
                        || said.contains("restoreProcessInstance"));
    }
}
