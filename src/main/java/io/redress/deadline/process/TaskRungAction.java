package io.redress.deadline.process;

import io.redress.complaint.Complaint;
import io.redress.deadline.CaseClock;
import io.redress.deadline.RungAction;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Moves the case's open tasks in the engine. */
@Component
class TaskRungAction implements RungAction {

    private static final String ADVICE_OVERDUE = "redress.adviceOverdue";

    private final RuntimeService runtime;
    private final TaskService tasks;

    TaskRungAction(RuntimeService runtime, TaskService tasks) {
        this.runtime = runtime;
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
    public void handBack(Complaint complaint, CaseClock asked) {
        runtime.createMessageCorrelation(ADVICE_OVERDUE)
                .processInstanceBusinessKey(complaint.number().value())
                .correlateAll();
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
