package io.redress.people.assignment.process;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Complaints;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.complaint.timeline.Timeline;
import io.redress.complaint.timeline.TimelineKind;
import io.redress.core.input.RefusedInput;
import io.redress.core.staff.People;
import io.redress.engine.port.ComplaintVariables;
import io.redress.engine.port.ComplaintVariables.Variable;
import io.redress.engine.task.FormKeys;
import io.redress.people.assignment.FormerHolders;
import io.redress.people.assignment.FormerHolders.How;
import io.redress.people.assignment.TaskCandidates;
import io.redress.people.assignment.TaskCandidates.Offer;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The offer of every new task of a case to the case's own team and leads, whatever diagram it comes from; whoever had
 * the case when it failed cannot take it while others are there. A diagram names {@code handlers}, {@code leads} or
 * {@code ${team}} and need not know of teams.
 */
@Component
class TaskOffers {

    /**
     * The candidates that the diagram names, so that the task can be offered anew when the case moves; a variable of
     * the task itself.
     */
    static final Variable<String> OFFERED_TO = new Variable<>("offeredTo", String.class);

    private static final Set<String> HEARD =
            Set.of(TaskListener.EVENTNAME_CREATE, TaskListener.EVENTNAME_ASSIGNMENT, TaskListener.EVENTNAME_COMPLETE);

    private static final Pattern TEAM = Pattern.compile("[#$]\\{\\s*(team|mendTeam)\\s*}");

    private final ObjectProvider<Complaints> complaints;
    private final ObjectProvider<TaskCandidates> candidates;
    private final ObjectProvider<FormerHolders> former;
    private final ObjectProvider<Timeline> timeline;
    private final ObjectProvider<People> people;
    private final ObjectProvider<EngineOpenWork> work;

    TaskOffers(
            ObjectProvider<Complaints> complaints,
            ObjectProvider<TaskCandidates> candidates,
            ObjectProvider<FormerHolders> former,
            ObjectProvider<Timeline> timeline,
            ObjectProvider<People> people,
            ObjectProvider<EngineOpenWork> work) {
        this.complaints = complaints;
        this.candidates = candidates;
        this.former = former;
        this.timeline = timeline;
        this.people = people;
        this.work = work;
    }

    @EventListener
    void onTask(DelegateTask task) {
        if (!HEARD.contains(task.getEventName())) {
            return;
        }
        Optional<Complaint> complaint = ComplaintVariables.CASE_NUMBER
                .find(task)
                .flatMap(number -> complaints.getObject().find(new CaseNumber(number)));
        if (complaint.isEmpty()) {
            return;
        }
        switch (task.getEventName()) {
            case TaskListener.EVENTNAME_CREATE -> offer(task, complaint.get());
            case TaskListener.EVENTNAME_ASSIGNMENT -> assigned(task, complaint.get());
            case TaskListener.EVENTNAME_COMPLETE -> completed(task, complaint.get());
            default -> {}
        }
    }

    private void offer(DelegateTask task, Complaint complaint) {
        Set<String> named = named(task, complaint);
        if (named.isEmpty()) {
            return;
        }
        task.setVariableLocal(OFFERED_TO.name(), String.join(",", named));
        Offer offer = candidates.getObject().of(complaint, named, !FormKeys.isSecondPersons(FormKeys.of(task)));
        if (!offer.users().isEmpty() || !offer.groups().equals(groups(task))) {
            offerBeforeCommit(task.getId());
        }
    }

    /** The candidates that the diagram names cannot be removed while the engine has not stored them yet. */
    private void offerBeforeCommit(String taskId) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

            @Override
            public void beforeCommit(boolean readOnly) {
                work.getObject().offer(taskId);
            }

            @Override
            public int getOrder() {
                return Ordered.HIGHEST_PRECEDENCE;
            }
        });
    }

    /** The candidates as the diagram means them. */
    private static Set<String> named(DelegateTask task, Complaint complaint) {
        Set<String> groups = groups(task);
        UserTask element = task.getBpmnModelElementInstance();
        List<String> written = element == null ? List.of() : element.getCamundaCandidateGroupsList();
        Set<String> named = new TreeSet<>(groups);
        for (String one : written) {
            var team = TEAM.matcher(one.strip());
            if (team.matches() && task.getVariable(team.group(1)) instanceof String value) {
                Arrays.asList(value.split(",")).forEach(named::remove);
                named.add(TaskCandidates.TEAM);
            }
        }
        return named;
    }

    private static Set<String> groups(DelegateTask task) {
        return task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Nobody takes it back themselves; a lead may give it back, and that is recorded. */
    private void assigned(DelegateTask task, Complaint complaint) {
        String assignee = task.getAssignee();
        String by = people.getObject().currentUserId();
        if (assignee == null || by == null || !isPassedOver(task, complaint, assignee)) {
            return;
        }
        if (by.equals(assignee)) {
            throw refused(complaint, "userId");
        }
        timeline.getObject()
                .add(
                        complaint.number(),
                        by,
                        TimelineKind.GIVEN_BACK,
                        "“%s” to %s, who had the case before".formatted(task.getName(), assignee));
    }

    private void completed(DelegateTask task, Complaint complaint) {
        String by = people.getObject().currentUserId();
        if (by == null || FormKeys.isSecondPersons(FormKeys.of(task))) {
            return;
        }
        if (!by.equals(task.getAssignee()) && isPassedOver(task, complaint, by)) {
            throw refused(complaint, "task");
        }
        former.getObject().note(complaint, by, How.WORKED);
    }

    /** An owner who had the case before was given it back by a person. */
    private boolean isPassedOver(DelegateTask task, Complaint complaint, String login) {
        return !FormKeys.isSecondPersons(FormKeys.of(task))
                && !login.equals(complaint.owner())
                && candidates.getObject().isPassedOver(complaint, login);
    }

    private RefusedInput refused(Complaint complaint, String field) {
        return new RefusedInput(
                field,
                "You had this case before, and it is looked at with fresh eyes now: %s can take it."
                        .formatted(String.join(" or ", candidates.getObject().othersFor(complaint))));
    }
}
