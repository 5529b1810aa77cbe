package io.redress.people.visibility.process;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.core.staff.Groups;
import io.redress.core.staff.People;
import io.redress.engine.command.UnrestrictedQueries;
import io.redress.engine.port.ComplaintVariables;
import io.redress.people.visibility.Shield.Standing;
import io.redress.people.visibility.ShieldedWork;
import io.redress.people.visibility.Shields;
import io.redress.people.visibility.Visibility;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The tasks of complaints about staff, in the engine: they belong to those who lead and may see the case. Whatever a
 * diagram, a rung or an absence does to a task in a transaction is corrected before the transaction ends.
 */
@Component
class ShieldedTasks implements ShieldedWork {

    private static final String ASKING = "staffComplaint";
    private static final Set<String> LEADING = Set.of(Groups.LEADS, Groups.MANAGERS, Groups.ADMINISTRATORS);

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final UnrestrictedQueries unrestricted;
    private final ObjectProvider<Visibility> visibility;
    private final ObjectProvider<Shields> shields;
    private final People people;

    ShieldedTasks(
            TaskService tasks,
            RuntimeService runtime,
            UnrestrictedQueries unrestricted,
            ObjectProvider<Visibility> visibility,
            ObjectProvider<Shields> shields,
            People people) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.unrestricted = unrestricted;
        this.visibility = visibility;
        this.shields = shields;
        this.people = people;
    }

    /** A task that came or changed hands, whatever diagram it is from. */
    @EventListener
    void onTask(DelegateTask task) {
        boolean offered = TaskListener.EVENTNAME_CREATE.equals(task.getEventName())
                || TaskListener.EVENTNAME_ASSIGNMENT.equals(task.getEventName())
                || TaskListener.EVENTNAME_UPDATE.equals(task.getEventName());
        if (offered && TransactionSynchronizationManager.isSynchronizationActive()) {
            ComplaintVariables.CASE_NUMBER
                    .find(task)
                    .filter(CaseNumber::looksLike)
                    .map(CaseNumber::new)
                    .filter(number -> visibility.getObject().isShielded(number))
                    .ifPresent(this::settleBeforeCommit);
        }
    }

    private void settleBeforeCommit(CaseNumber caseNumber) {
        Settling settling = new Settling(caseNumber);
        if (!TransactionSynchronizationManager.getSynchronizations().contains(settling)) {
            TransactionSynchronizationManager.registerSynchronization(settling);
        }
    }

    /** A case that is checked when a transaction is about to end. */
    final class Settling implements TransactionSynchronization {

        private final CaseNumber caseNumber;

        Settling(CaseNumber caseNumber) {
            this.caseNumber = caseNumber;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            keepFromAccused(caseNumber);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Settling settling && settling.caseNumber.equals(caseNumber);
        }

        @Override
        public int hashCode() {
            return caseNumber.hashCode();
        }
    }

    @Override
    public void keepFromAccused(CaseNumber caseNumber) {
        unrestricted.run(() -> {
            List<Task> open = open(caseNumber);
            if (!open.isEmpty()) {
                boolean undecided = shields.getObject()
                        .find(caseNumber)
                        .filter(shield -> shield.standing() == Standing.OPEN)
                        .isPresent();
                List<String> watching = visibility.getObject().watchingGroups(caseNumber);
                open.forEach(task -> keep(task, caseNumber, undecided, watching));
            }
        });
    }

    private void keep(Task task, CaseNumber caseNumber, boolean undecided, List<String> watching) {
        if (task.getAssignee() != null && !mayKeep(task.getAssignee(), caseNumber, undecided)) {
            tasks.setAssignee(task.getId(), null);
        }
        Set<String> missing = new HashSet<>(watching);
        for (IdentityLink link : tasks.getIdentityLinksForTask(task.getId())) {
            if (!IdentityLinkType.CANDIDATE.equals(link.getType())) {
                continue;
            }
            if (link.getGroupId() != null && !LEADING.contains(link.getGroupId())) {
                tasks.deleteCandidateGroup(task.getId(), link.getGroupId());
            }
            if (link.getUserId() != null && !mayKeep(link.getUserId(), caseNumber, undecided)) {
                tasks.deleteCandidateUser(task.getId(), link.getUserId());
            }
            missing.remove(link.getGroupId());
        }
        missing.forEach(group -> tasks.addCandidateGroup(task.getId(), group));
    }

    /** Until a lead has said whom it is about, only those who lead work on it; then whoever they give it to. */
    private boolean mayKeep(String login, CaseNumber caseNumber, boolean undecided) {
        boolean leads = people.groupsOf(login).stream().anyMatch(LEADING::contains);
        return (leads || !undecided) && visibility.getObject().maySee(login, caseNumber);
    }

    @Override
    public void askWhom(CaseNumber caseNumber) {
        if (asking(caseNumber).isEmpty()) {
            runtime.createProcessInstanceByKey(ASKING)
                    .businessKey(caseNumber.value())
                    .setVariable(ComplaintVariables.CASE_NUMBER.name(), caseNumber.value())
                    .execute();
        }
    }

    @Override
    public void isAnswered(CaseNumber caseNumber) {
        asking(caseNumber).forEach(id -> runtime.deleteProcessInstance(id, "A lead said it in another way"));
    }

    private List<String> asking(CaseNumber caseNumber) {
        return runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber.value(), ASKING)
                .list()
                .stream()
                .map(instance -> instance.getId())
                .toList();
    }

    @Override
    public void giveBack(CaseNumber caseNumber, String team) {
        unrestricted.run(() -> open(caseNumber).forEach(task -> tasks.addCandidateGroup(task.getId(), team)));
    }

    private List<Task> open(CaseNumber caseNumber) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(caseNumber.value())
                .list();
    }
}
