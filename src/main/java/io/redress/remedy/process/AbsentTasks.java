package io.redress.remedy.process;

import io.redress.complaint.CaseNumber;
import io.redress.engine.Approvals;
import io.redress.engine.ComplaintVariables;
import io.redress.remedy.AbsentWork;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Gives open tasks in the engine to another person; each keeps its due date, its priority and its candidates. */
@Component
class AbsentTasks implements AbsentWork {

    private final TaskService tasks;
    private final Approvals approvals;

    AbsentTasks(TaskService tasks, Approvals approvals) {
        this.tasks = tasks;
        this.approvals = approvals;
    }

    @Override
    public List<Moved> handOver(String person, String deputy) {
        return tasks.createTaskQuery().taskAssignee(person).list().stream()
                .map(task -> handOver(task, deputy))
                .toList();
    }

    private Moved handOver(Task task, String deputy) {
        CaseNumber caseNumber =
                new CaseNumber((String) tasks.getVariable(task.getId(), ComplaintVariables.CASE_NUMBER.name()));
        // Standing in for an approver makes nobody the approver of their own request.
        boolean may = deputy != null && approvals.mayHave(task.getId(), deputy);
        tasks.setAssignee(task.getId(), may ? deputy : null);
        return new Moved(caseNumber, task.getName(), may);
    }
}
