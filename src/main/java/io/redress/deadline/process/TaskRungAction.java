package io.redress.deadline.process;

import io.redress.complaint.Complaint;
import io.redress.deadline.RungAction;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Moves the case's open tasks in the engine. */
@Component
class TaskRungAction implements RungAction {

    private final TaskService tasks;

    TaskRungAction(TaskService tasks) {
        this.tasks = tasks;
    }

    @Override
    public void reassign(Complaint complaint) {
        for (Task task : open(complaint)) {
            tasks.setAssignee(task.getId(), null);
            tasks.addCandidateGroup(task.getId(), complaint.team());
            tasks.addCandidateGroup(task.getId(), "leads");
        }
    }

    @Override
    public void raise(Complaint complaint) {
        open(complaint).forEach(task -> tasks.setPriority(task.getId(), complaint.priority()));
    }

    private List<Task> open(Complaint complaint) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(complaint.number().value())
                .list();
    }
}
