package io.redress.danger.process;

import io.redress.complaint.Complaint;
import io.redress.danger.CaseTasks;
import io.redress.engine.Groups;
import io.redress.engine.People;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Moves the open tasks of a case to whoever has to see to it now. Whoever could see one before, still can. */
@Component
class EngineCaseTasks implements CaseTasks {

    private final TaskService tasks;
    private final People people;

    EngineCaseTasks(TaskService tasks, People people) {
        this.tasks = tasks;
        this.people = people;
    }

    @Override
    public void follow(Complaint complaint) {
        open(complaint).forEach(task -> follow(task, complaint));
    }

    @Override
    public void handOver(Complaint complaint) {
        for (Task task : open(complaint)) {
            follow(task, complaint);
            if (task.getAssignee() != null && !mayClaim(task.getAssignee(), complaint)) {
                tasks.setAssignee(task.getId(), null);
            }
        }
    }

    private void follow(Task task, Complaint complaint) {
        tasks.setPriority(task.getId(), complaint.priority());
        tasks.addCandidateGroup(task.getId(), complaint.team());
    }

    private boolean mayClaim(String person, Complaint complaint) {
        List<String> groups = people.groupsOf(person);
        return groups.contains(complaint.team())
                || groups.contains(Groups.LEADS)
                || person.equals(people.currentUserId());
    }

    private List<Task> open(Complaint complaint) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(complaint.number().value())
                .active()
                .list();
    }
}
