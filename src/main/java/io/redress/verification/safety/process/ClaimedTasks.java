package io.redress.verification.safety.process;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.core.staff.Groups;
import io.redress.core.staff.People;
import io.redress.engine.port.ComplaintVariables;
import io.redress.engine.task.TaskAnswers;
import io.redress.engine.task.TaskAssignments;
import io.redress.verification.safety.Dangers;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * The check that somebody has taken on a case in which people are in danger: by claiming a task of it, by being given
 * one by a colleague, or by doing one. What Redress assigns by itself does not count. Where nobody has a task of it any
 * more, the alarm goes on.
 */
@Component
class ClaimedTasks implements TaskAssignments, TaskAnswers {

    private final Dangers dangers;
    private final People people;
    private final ObjectProvider<TaskService> tasks;

    ClaimedTasks(@Lazy Dangers dangers, People people, ObjectProvider<TaskService> tasks) {
        this.dangers = dangers;
        this.people = people;
        this.tasks = tasks;
    }

    @Override
    public void assigned(DelegateTask task) {
        String person = people.currentUserId();
        // A task that comes into being is given to its case's owner by Redress, whoever caused it.
        if (task.getAssignee() != null && (task.getAssignee().equals(person) || isLead(person))) {
            claimed(task);
        }
        if (task.getAssignee() == null && !isWithSomebody(task)) {
            ComplaintVariables.CASE_NUMBER
                    .find(task)
                    .map(CaseNumber::new)
                    .ifPresent(caseNumber -> dangers.putBack(caseNumber, person));
        }
    }

    /** Whether another task of the case belongs to somebody. */
    private boolean isWithSomebody(DelegateTask given) {
        return ComplaintVariables.CASE_NUMBER.find(given).stream()
                .flatMap(
                        number -> tasks
                                .getObject()
                                .createTaskQuery()
                                .processInstanceBusinessKey(number)
                                .taskAssigned()
                                .list()
                                .stream())
                .anyMatch(other -> !other.getId().equals(given.getId()));
    }

    @Override
    public void take(DelegateTask completed) {
        claimed(completed);
    }

    private boolean isLead(String person) {
        return people.groupsOf(person).contains(Groups.LEADS);
    }

    private void claimed(DelegateTask task) {
        String person = people.currentUserId();
        if (person != null) {
            ComplaintVariables.CASE_NUMBER
                    .find(task)
                    .map(CaseNumber::new)
                    .ifPresent(caseNumber -> dangers.claim(caseNumber, person));
        }
    }
}
