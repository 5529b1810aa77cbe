package io.redress.correspondence.process;

import io.redress.complaint.CaseNumber;
import io.redress.correspondence.TaskLinks;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Finds the case's open tasks in the engine. */
@Component
class OpenTasks implements TaskLinks {

    private final TaskService tasks;

    OpenTasks(TaskService tasks) {
        this.tasks = tasks;
    }

    @Override
    public Optional<String> openTask(CaseNumber caseNumber) {
        List<Task> urgent = tasks.createTaskQuery()
                .processInstanceBusinessKey(caseNumber.value())
                .orderByTaskPriority()
                .desc()
                .orderByTaskCreateTime()
                .asc()
                .listPage(0, 1);
        return urgent.stream().map(Task::getId).findFirst();
    }
}
