package io.redress.insight.casefile.process;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.insight.casefile.OpenSteps;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** The open tasks of a case in Camunda, those of the called processes as well. */
@Component
class EngineOpenSteps implements OpenSteps {

    private final TaskService tasks;

    EngineOpenSteps(TaskService tasks) {
        this.tasks = tasks;
    }

    @Override
    public List<String> of(CaseNumber caseNumber) {
        return tasks
                .createTaskQuery()
                .processInstanceBusinessKey(caseNumber.value())
                .orderByTaskCreateTime()
                .asc()
                .list()
                .stream()
                .map(Task::getName)
                .toList();
    }
}
