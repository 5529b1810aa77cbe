package io.redress.remedy.authority.process;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.core.database.Locks;
import io.redress.engine.port.ComplaintVariables;
import io.redress.engine.task.Approvals;
import io.redress.people.absence.ApprovalTasks;
import io.redress.people.absence.Deputies;
import io.redress.remedy.authority.Authority;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The approvals that deputies may give, with the deputies as candidates for as long as they may: a candidate sees a
 * task in Tasklist and can take it, and nothing else. Whether they may approve is checked again when they do.
 */
@Component
class DeputyTasks implements ApprovalTasks {

    /** What no group is called: by this the engine finds where one is asked, whichever it is. */
    private static final String NOBODY = "";

    private final TaskService tasks;
    private final Approvals approvals;
    private final ObjectProvider<Authority> authority;
    private final ObjectProvider<Deputies> deputies;
    private final Locks locks;

    DeputyTasks(
            TaskService tasks,
            Approvals approvals,
            ObjectProvider<Authority> authority,
            ObjectProvider<Deputies> deputies,
            Locks locks) {
        this.tasks = tasks;
        this.approvals = approvals;
        this.authority = authority;
        this.deputies = deputies;
        this.locks = locks;
    }

    /** A new task, whatever diagram it comes from. */
    @EventListener
    void onTask(DelegateTask task) {
        if (TaskListener.EVENTNAME_CREATE.equals(task.getEventName())
                && ComplaintVariables.APPROVER_GROUP.find(task).isPresent()
                && approvals.isByAuthority(task.getId())) {
            CaseNumber caseNumber = ComplaintVariables.caseNumber(task);
            Set<String> groups = ComplaintVariables.approverGroups(task);
            deputies.getObject().activeDeputies().stream()
                    .filter(deputy -> authority.getObject().mayApprove(caseNumber, deputy, groups))
                    .forEach(task::addCandidateUser);
        }
    }

    @Override
    @Transactional
    @Scheduled(
            fixedDelayString = "${redress.watches.people:PT10S}",
            initialDelayString = "${redress.watches.people:PT10S}")
    public void refresh() {
        Set<String> known = Set.copyOf(deputies.getObject().recentDeputies());
        if (known.isEmpty()) {
            return;
        }
        locks.hold(Deputies.LOCK);
        tasks
                .createTaskQuery()
                .processVariableValueNotEquals(ComplaintVariables.APPROVER_GROUP.name(), NOBODY)
                .list()
                .stream()
                .filter(task -> approvals.isByAuthority(task.getId()))
                .forEach(task -> refresh(task, known));
    }

    private void refresh(Task task, Set<String> known) {
        CaseNumber caseNumber = new CaseNumber((String) tasks.getVariable(task.getId(), "caseNumber"));
        Set<String> groups =
                Set.of(((String) tasks.getVariable(task.getId(), ComplaintVariables.APPROVER_GROUP.name())).split(","));
        List<String> active = deputies.getObject().activeDeputies();
        Set<String> candidates = candidates(task);
        for (String deputy : known) {
            boolean may = active.contains(deputy) && authority.getObject().mayApprove(caseNumber, deputy, groups);
            if (may && !candidates.contains(deputy)) {
                tasks.addCandidateUser(task.getId(), deputy);
            } else if (!may && candidates.contains(deputy)) {
                tasks.deleteCandidateUser(task.getId(), deputy);
            }
        }
        if (task.getAssignee() != null
                && known.contains(task.getAssignee())
                && !authority.getObject().mayApprove(caseNumber, task.getAssignee(), groups)) {
            tasks.setAssignee(task.getId(), null);
        }
    }

    private Set<String> candidates(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .map(IdentityLink::getUserId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
