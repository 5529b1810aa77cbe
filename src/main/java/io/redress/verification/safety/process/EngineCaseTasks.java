package io.redress.verification.safety.process;

import io.redress.complaint.file.Complaint;
import io.redress.core.staff.People;
import io.redress.people.assignment.OpenWork;
import io.redress.people.team.Teams;
import io.redress.verification.safety.CaseTasks;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** The open tasks of a case in Camunda, moved to whoever has to see to it now. */
@Component
class EngineCaseTasks implements CaseTasks {

    private final TaskService tasks;
    private final OpenWork work;
    private final Teams teams;
    private final People people;

    EngineCaseTasks(TaskService tasks, OpenWork work, Teams teams, People people) {
        this.tasks = tasks;
        this.work = work;
        this.teams = teams;
        this.people = people;
    }

    @Override
    public void follow(Complaint complaint) {
        open(complaint).forEach(task -> tasks.setPriority(task.getId(), complaint.priority()));
        work.offer(complaint);
    }

    @Override
    public void handOver(Complaint complaint) {
        open(complaint).stream()
                .filter(task -> task.getAssignee() != null && !mayKeep(task.getAssignee(), complaint))
                .forEach(task -> tasks.setAssignee(task.getId(), null));
        follow(complaint);
    }

    private boolean mayKeep(String person, Complaint complaint) {
        return teams.mayWorkFor(person, complaint.team()) || person.equals(people.currentUserId());
    }

    private List<Task> open(Complaint complaint) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(complaint.number().value())
                .active()
                .list();
    }
}
