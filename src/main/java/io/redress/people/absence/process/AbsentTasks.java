package io.redress.people.absence.process;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Complaints;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.engine.port.ComplaintVariables;
import io.redress.engine.task.Approvals;
import io.redress.people.absence.AbsentWork;
import io.redress.people.assignment.TaskCandidates;
import io.redress.people.team.Teams;
import io.redress.people.visibility.Visibility;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * The handover of open tasks in the engine to another person; each keeps its due date, its priority and its candidates.
 */
@Component
class AbsentTasks implements AbsentWork {

    private final TaskService tasks;
    private final Approvals approvals;
    private final Complaints complaints;
    private final TaskCandidates candidates;
    private final Teams teams;
    private final Visibility visibility;

    AbsentTasks(
            TaskService tasks,
            Approvals approvals,
            Complaints complaints,
            TaskCandidates candidates,
            Teams teams,
            Visibility visibility) {
        this.tasks = tasks;
        this.approvals = approvals;
        this.complaints = complaints;
        this.candidates = candidates;
        this.teams = teams;
        this.visibility = visibility;
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
        boolean may = deputy != null && mayDo(task, caseNumber, deputy);
        tasks.setAssignee(task.getId(), may ? deputy : null);
        return new Moved(caseNumber, task.getName(), may);
    }

    /** Standing in for an approver makes nobody the approver of their own request. */
    private boolean mayDo(Task task, CaseNumber caseNumber, String deputy) {
        Complaint complaint = complaints.get(caseNumber);
        if (!teams.sees(deputy, complaint)
                || visibility.isKept(deputy, caseNumber)
                || !approvals.mayHave(task.getId(), deputy)) {
            return false;
        }
        return approvals.isAnotherPersons(task.getId()) || !candidates.isPassedOver(complaint, deputy);
    }
}
