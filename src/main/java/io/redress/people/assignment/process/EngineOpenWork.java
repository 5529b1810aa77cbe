package io.redress.people.assignment.process;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Complaints;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.core.staff.Groups;
import io.redress.engine.command.UnrestrictedQueries;
import io.redress.engine.port.ComplaintVariables;
import io.redress.engine.port.SentMessages;
import io.redress.engine.task.FormKeys;
import io.redress.people.assignment.FormerHolders;
import io.redress.people.assignment.FormerHolders.How;
import io.redress.people.assignment.NextHandler;
import io.redress.people.assignment.OpenWork;
import io.redress.people.assignment.TaskCandidates;
import io.redress.people.assignment.TaskCandidates.Offer;
import io.redress.people.team.Teams;
import io.redress.time.clock.CaseClock;
import io.redress.time.ladder.RungAction;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The open tasks of a case in the engine, which are moved here: to another team, or away from somebody who lets the
 * customer wait.
 */
@Component
class EngineOpenWork implements OpenWork, RungAction, SentMessages {

    private static final Logger LOG = LoggerFactory.getLogger(EngineOpenWork.class);
    private static final String ADVICE_OVERDUE = "redress.adviceOverdue";

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final AuthorizationService authorizations;
    private final UnrestrictedQueries unrestricted;
    private final Complaints complaints;
    private final TaskCandidates candidates;
    private final FormerHolders former;
    private final NextHandler nextHandler;
    private final Teams teams;
    private final TransactionTemplate ownTransaction;

    EngineOpenWork(
            TaskService tasks,
            RuntimeService runtime,
            AuthorizationService authorizations,
            UnrestrictedQueries unrestricted,
            Complaints complaints,
            TaskCandidates candidates,
            FormerHolders former,
            NextHandler nextHandler,
            Teams teams,
            PlatformTransactionManager transactions) {
        this.ownTransaction = new TransactionTemplate(transactions);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.tasks = tasks;
        this.runtime = runtime;
        this.authorizations = authorizations;
        this.unrestricted = unrestricted;
        this.complaints = complaints;
        this.candidates = candidates;
        this.former = former;
        this.nextHandler = nextHandler;
        this.teams = teams;
    }

    @Override
    public void offer(Complaint complaint) {
        unrestricted.run(() -> {
            tellProcesses(complaint);
            for (Task task : open(complaint)) {
                String assignee = task.getAssignee();
                if (assignee != null && !teams.sees(assignee, complaint)) {
                    tasks.setAssignee(task.getId(), null);
                    assignee = null;
                }
                offer(task, complaint, named(task), assignee);
            }
        });
    }

    /** Offers one task to the people it goes to by now; does nothing where it is done already. */
    void offer(String taskId) {
        unrestricted.run(() -> {
            Task task =
                    tasks.createTaskQuery().taskId(taskId).initializeFormKeys().singleResult();
            if (task != null) {
                String number = (String) tasks.getVariable(taskId, ComplaintVariables.CASE_NUMBER.name());
                offer(task, complaints.get(new CaseNumber(number)), named(task), task.getAssignee());
            }
        });
    }

    @Override
    public void reassign(Complaint complaint, String owner) {
        unrestricted.run(() -> takeAway(complaint, owner));
    }

    private void takeAway(Complaint complaint, String owner) {
        former.note(complaint, owner, How.LOST);
        List<Task> open = open(complaint);
        open.stream()
                .filter(task -> isWork(task) && task.getAssignee() != null)
                .forEach(task -> former.note(complaint, task.getAssignee(), How.LOST));
        for (Task task : open) {
            tasks.setAssignee(task.getId(), null);
            Set<String> named = named(task);
            if (isWork(task)) {
                named.addAll(List.of(TaskCandidates.TEAM, Groups.LEADS));
            }
            offer(task, complaint, named, null);
        }
        if (!open.isEmpty()) {
            nextHandler.sayIfNobodyElse(complaint);
        }
    }

    /**
     * After the ladder's own transaction: it may run in the very process that goes on by this, and two that change one
     * process at once would put each other off for ever. Where that fails, the rung's next turn does it.
     */
    @Override
    public void handBack(Complaint complaint, CaseClock asked) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

            @Override
            public void afterCommit() {
                try {
                    ownTransaction.executeWithoutResult(status -> unrestricted.run(() -> handBack(complaint.number())));
                } catch (RuntimeException movedOn) {
                    LOG.info(
                            "The case {} moved on while it was handed back: {}",
                            complaint.number(),
                            movedOn.getMessage());
                }
            }
        });
    }

    private void handBack(CaseNumber caseNumber) {
        runtime.createMessageCorrelation(ADVICE_OVERDUE)
                .processInstanceBusinessKey(caseNumber.value())
                .correlateAll();
    }

    @Override
    public void raise(Complaint complaint) {
        open(complaint).forEach(task -> tasks.setPriority(task.getId(), complaint.priority()));
    }

    /** @param assignee who has the task now, {@code null} where nobody has */
    private void offer(Task task, Complaint complaint, Set<String> named, String assignee) {
        if (named.isEmpty()) {
            return;
        }
        tasks.setVariableLocal(task.getId(), TaskOffers.OFFERED_TO.name(), String.join(",", named));
        Offer offer = candidates.of(complaint, named, isWork(task));
        Set<String> groups = candidates(task, IdentityLink::getGroupId);
        Set<String> users = candidates(task, IdentityLink::getUserId);
        groups.stream()
                .filter(group -> !offer.groups().contains(group))
                .forEach(group -> tasks.deleteCandidateGroup(task.getId(), group));
        offer.groups().stream()
                .filter(group -> !groups.contains(group))
                .forEach(group -> tasks.addCandidateGroup(task.getId(), group));
        // Whoever approves as a deputy is made a candidate again by the watch over deputies.
        users.stream()
                .filter(user -> !offer.users().contains(user))
                .forEach(user -> tasks.deleteCandidateUser(task.getId(), user));
        offer.users().stream()
                .filter(user -> !users.contains(user))
                .forEach(user -> tasks.addCandidateUser(task.getId(), user));
        revoke(task, offer, assignee);
    }

    /**
     * The engine lets every candidate and assignee see and do a task, and still does so when they are no longer one.
     */
    private void revoke(Task task, Offer offer, String assignee) {
        authorizations.createAuthorizationQuery().resourceType(Resources.TASK).resourceId(task.getId()).list().stream()
                .filter(grant -> grant.getGroupId() == null
                        ? !offer.users().contains(grant.getUserId())
                                && !grant.getUserId().equals(assignee)
                        : !offer.groups().contains(grant.getGroupId()))
                .forEach(grant -> authorizations.deleteAuthorization(grant.getId()));
    }

    /** The candidates that the diagram names; a task that is older than teams is the team's where any team has it. */
    private Set<String> named(Task task) {
        Object known = tasks.getVariableLocal(task.getId(), TaskOffers.OFFERED_TO.name());
        Stream<String> named = known == null
                ? candidates(task, IdentityLink::getGroupId).stream()
                        .map(group -> teams.isTeam(group) ? Groups.HANDLERS : group)
                : Arrays.stream(known.toString().split(","));
        return named.collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> candidates(Task task, java.util.function.Function<IdentityLink, String> who) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .map(who)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void tellProcesses(Complaint complaint) {
        String team = ComplaintVariables.TEAM.name();
        for (ProcessInstance running : runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(complaint.number().value())
                .list()) {
            if (runtime.getVariable(running.getId(), team) != null) {
                runtime.setVariable(running.getId(), team, complaint.team());
            }
        }
    }

    private static boolean isWork(Task task) {
        return !FormKeys.isSecondPersons(FormKeys.of(task));
    }

    private List<Task> open(Complaint complaint) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(complaint.number().value())
                .initializeFormKeys()
                .list();
    }

    @Override
    public Set<String> messages() {
        return Set.of(ADVICE_OVERDUE);
    }
}
